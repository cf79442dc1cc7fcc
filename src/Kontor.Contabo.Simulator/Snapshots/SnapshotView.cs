namespace Kontor.Contabo.Simulator.Snapshots;

/// <summary>Source: schema SnapshotResponse.</summary>
internal sealed record SnapshotView(
    string TenantId,
    string CustomerId,
    string SnapshotId,
    string Name,
    string Description,
    long InstanceId,
    DateTimeOffset CreatedDate,
    DateTimeOffset AutoDeleteDate,
    Guid ImageId,
    string ImageName)
{
    public static SnapshotView Of(OperationCall call, Snapshot snapshot) => new(
        call.Account.TenantId, call.Account.CustomerId, snapshot.SnapshotId, snapshot.Name, snapshot.Description, snapshot.InstanceId,
        snapshot.CreatedAt, snapshot.AutoDeleteAt, snapshot.ImageId, snapshot.ImageName);
}
