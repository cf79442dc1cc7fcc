using Kontor.Contabo.Snapshots;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Shows a machine's snapshots as the provider lists them now; another source's machine is answered exactly like an absent one.</summary>
public sealed class ShowSnapshotsHandler(ResourceStore resources, SnapshotReader reader)
{
    /// <summary>Lists them.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownSnapshots>> ListAsync(ResourceId id, string? source, CancellationToken cancellationToken)
    {
        var machine = await FindAsync(id, source, cancellationToken);
        if (machine.Problem is { } absent)
        {
            return absent;
        }

        var read = await reader.ReadAsync(machine.Value, cancellationToken);
        return read.Problem is { } unread ? unread : new ShownSnapshots(read.Value, await reader.LimitAsync(machine.Value, cancellationToken));
    }

    /// <summary>Shows what a rollback would take.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<RollbackPreview>> PreviewAsync(ResourceId id, string snapshot, string? source, CancellationToken cancellationToken)
    {
        var shown = await ListAsync(id, source, cancellationToken);
        return shown.Problem is { } problem ? problem
            : shown.Value.Seen.Find(snapshot) is { } found ? new RollbackPreview(found, shown.Value.Seen.NewerThan(found))
            : SnapshotProblems.NotFound();
    }

    private async Task<Result<Resource>> FindAsync(ResourceId id, string? source, CancellationToken cancellationToken) =>
        await resources.FindAsync(id, cancellationToken) is not { } found || (source is not null && found.Resource.Source != source)
            ? ComputeProblems.InstanceNotFound()
            : found.Resource.State == Resource.Gone ? ComputeProblems.InstanceGone() : found.Resource;
}

/// <summary>A machine's snapshots, and how many its plan allows; null when the catalogue does not know the plan.</summary>
public sealed record ShownSnapshots(SnapshotsSeen Seen, int? Limit);

/// <summary>What a rollback would do.</summary>
/// <param name="To">The snapshot whose disk comes back.</param>
/// <param name="Loses">The newer snapshots, all of which vanish.</param>
public sealed record RollbackPreview(Snapshot To, IReadOnlyList<Snapshot> Loses);
