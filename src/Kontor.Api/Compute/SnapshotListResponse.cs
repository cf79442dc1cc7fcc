namespace Kontor.Api.Compute;

/// <summary>All snapshots of a machine, as Contabo listed them for this answer.</summary>
public sealed record SnapshotListResponse
{
    /// <summary>Gets the snapshots, oldest first.</summary>
    public required IReadOnlyList<SnapshotResponse> Items { get; init; }

    /// <summary>Gets how many there are.</summary>
    public required int Used { get; init; }

    /// <summary>Gets how many the machine's plan allows; null when the catalogue does not know the plan, so that only Contabo can say.</summary>
    public required int? Limit { get; init; }

    /// <summary>Gets when they were read.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}
