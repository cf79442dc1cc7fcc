namespace Kontor.Contabo.Simulator.Snapshots;

/// <summary>Takes snapshots away when their time has come.</summary>
internal static class SnapshotLife
{
    public static void Save(World world, Snapshot snapshot)
    {
        world.Snapshots.Save(snapshot);
        world.Agenda.Add(snapshot.GoneAt, new SnapshotEvent(snapshot.InstanceId, snapshot.SnapshotId));
    }

    /// <summary>Assumed: what goes by itself leaves no audit row.</summary>
    public static void Advance(World world, SnapshotEvent due)
    {
        if (world.Snapshots.Find(due.InstanceId, due.SnapshotId) is { } snapshot && snapshot.GoneAt <= world.Now)
        {
            world.Snapshots.Remove(snapshot);
        }
    }
}
