namespace Kontor.Contabo.Simulator.Snapshots;

/// <summary>Snapshots per instance, oldest first.</summary>
internal sealed class SnapshotStore
{
    private readonly Dictionary<long, List<Snapshot>> _byInstance = [];

    public IEnumerable<Snapshot> Everything => _byInstance.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value);

    public IReadOnlyList<Snapshot> Of(long instanceId) => _byInstance.GetValueOrDefault(instanceId) ?? [];

    public Snapshot? Find(long instanceId, string snapshotId) => Of(instanceId).FirstOrDefault(one => one.SnapshotId == snapshotId);

    public void Save(Snapshot snapshot)
    {
        var rows = _byInstance.TryGetValue(snapshot.InstanceId, out var known) ? known : _byInstance[snapshot.InstanceId] = [];
        var index = rows.FindIndex(one => one.SnapshotId == snapshot.SnapshotId);
        if (index < 0)
        {
            rows.Add(snapshot);
        }
        else
        {
            rows[index] = snapshot;
        }
    }

    public void Remove(Snapshot snapshot) =>
        _byInstance.GetValueOrDefault(snapshot.InstanceId)?.RemoveAll(one => one.SnapshotId == snapshot.SnapshotId);

    /// <summary>Drops all snapshots of an instance.</summary>
    public void Forget(long instanceId) => _byInstance.Remove(instanceId);
}
