namespace Kontor.Contabo.Snapshots;

/// <summary>Narrows the audit trail of snapshots.</summary>
public sealed record SnapshotAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the id of the snapshot.</summary>
    public string? SnapshotId { get; init; }
}
