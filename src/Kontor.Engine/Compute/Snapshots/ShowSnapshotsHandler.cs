using Kontor.Contabo.Snapshots;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Shows a machine's snapshots as the provider lists them now; another's machine is answered exactly like an absent one.</summary>
public sealed class ShowSnapshotsHandler(ShowInstancesHandler instances, SnapshotReader reader)
{
    /// <summary>Lists them.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownSnapshots>> ListAsync(ResourceId id, Actor actor, CancellationToken cancellationToken)
    {
        var machine = await instances.FindAsync(id, actor, cancellationToken);
        if (machine.Problem is { } absent)
        {
            return absent;
        }

        var resource = machine.Value.Resource;
        var read = resource.State == Resource.Gone ? ComputeProblems.InstanceGone() : await reader.ReadAsync(resource, cancellationToken);
        return read.Problem is { } unread ? unread : new ShownSnapshots(read.Value, await reader.LimitAsync(resource, cancellationToken));
    }

    /// <summary>Shows what a rollback would take.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<RollbackPreview>> PreviewAsync(ResourceId id, string snapshot, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await ListAsync(id, actor, cancellationToken);
        return shown.Problem is { } problem ? problem
            : shown.Value.Seen.Find(snapshot) is { } found ? new RollbackPreview(found, shown.Value.Seen.NewerThan(found))
            : SnapshotProblems.NotFound();
    }
}

/// <summary>A machine's snapshots, and how many its plan allows; null when the catalogue does not know the plan.</summary>
public sealed record ShownSnapshots(SnapshotsSeen Seen, int? Limit);

/// <summary>What a rollback would do.</summary>
/// <param name="To">The snapshot whose disk comes back.</param>
/// <param name="Loses">The newer snapshots, all of which vanish.</param>
public sealed record RollbackPreview(Snapshot To, IReadOnlyList<Snapshot> Loses);
