namespace Kontor.Api.Compute;

/// <summary>What a rollback would do.</summary>
public sealed record RollbackPreviewResponse
{
    /// <summary>Gets the snapshot whose disk comes back; whatever was written since is lost.</summary>
    public required SnapshotResponse To { get; init; }

    /// <summary>Gets the newer snapshots, all of which vanish; their ids are repeated in <see cref="RollbackRequest.Loses"/>.</summary>
    public required IReadOnlyList<SnapshotResponse> Loses { get; init; }
}
