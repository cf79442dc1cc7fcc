using Kontor.Contabo.Snapshots;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>All snapshots of one machine, as the provider lists them now.</summary>
/// <param name="All">The snapshots, oldest first.</param>
/// <param name="ReadAt">When they were read.</param>
public sealed record SnapshotsSeen(IReadOnlyList<Snapshot> All, DateTimeOffset ReadAt)
{
    /// <summary>The snapshot of an id; null when there is none.</summary>
    public Snapshot? Find(string id) => All.FirstOrDefault(snapshot => snapshot.SnapshotId == id);

    /// <summary>The snapshots that vanish when the machine is rolled back to one: all that are newer.</summary>
    public IReadOnlyList<Snapshot> NewerThan(Snapshot snapshot) => [.. All.SkipWhile(one => one != snapshot).Skip(1)];
}
