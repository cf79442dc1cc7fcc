namespace Kontor.Contabo.Snapshots;

/// <summary>A change of a snapshot. What a lost one became is found by its request id.</summary>
/// <remarks>Source: retrieveSnapshotsAuditsList.</remarks>
public sealed record SnapshotAudit : AuditRow
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the id of the snapshot.</summary>
    public string? SnapshotId { get; init; }
}
