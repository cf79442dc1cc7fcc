using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.History;

/// <summary>Shows what happened to a machine; another source's machine is answered exactly like an absent one.</summary>
public sealed class ShowTimelineHandler(TimelineStore timeline, ResourceStore resources)
{
    /// <summary>Lists it, newest first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="before">Only what was noticed before this row.</param>
    /// <param name="limit">How many rows at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<List<TimelineEntry>>> HandleAsync(
        ResourceId id, string? source, string? before, int limit, CancellationToken cancellationToken) =>
        await resources.FindAsync(id, cancellationToken) is not { } found || (source is not null && found.Resource.Source != source)
            ? ComputeProblems.InstanceNotFound()
            : await timeline.ListAsync(id, before, limit, cancellationToken);
}
