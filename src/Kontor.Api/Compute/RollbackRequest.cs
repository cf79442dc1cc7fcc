namespace Kontor.Api.Compute;

/// <summary>The wish that a machine's disk be put back to a snapshot.</summary>
public sealed record RollbackRequest
{
    /// <summary>Gets the ids of the newer snapshots, all of which vanish; they are those of the preview, or nothing is done.</summary>
    public required IReadOnlyList<string> Loses { get; init; }
}
