using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.History;

/// <summary>Shows what happened to a machine; another source's or client's machine is answered exactly like an absent one.</summary>
public sealed class ShowTimelineHandler(Database database, TimelineStore timeline, ResourceStore resources)
{
    /// <summary>Lists it, newest first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="before">Only what was noticed before this row.</param>
    /// <param name="limit">How many rows at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<List<TimelineEntry>>> HandleAsync(
        ResourceId id, Actor actor, string? before, int limit, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        return await resources.FindAsync(id, cancellationToken) is { } found && await SeesAsync(actor, found.Resource, cancellationToken)
            ? await timeline.ListAsync(id, before, limit, cancellationToken)
            : ComputeProblems.InstanceNotFound();
    }

    private Task<bool> SeesAsync(Actor actor, Resource resource, CancellationToken cancellationToken) =>
        database.ReadAsync(db => Sight.SeesAsync(db, actor, resource.Source, resource.SubjectId), cancellationToken);
}
