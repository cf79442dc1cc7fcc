using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Rescue;

/// <summary>Says which machines have run the rescue system for too long. Nothing is forced: somebody may still be at work there.</summary>
public sealed class RescueWatch(Database database, ResourceStore resources, FindingStore findings, TimeProvider clock, ComputeOptions options)
{
    /// <summary>That it is still so is not worth a write at every look.</summary>
    private static readonly TimeSpan NoteAgain = TimeSpan.FromHours(1);

    /// <summary>Looks once, at our own rows.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (resource, mirror) in await resources.InRescueSinceAsync(now - options.RescueFor, cancellationToken))
        {
            var about = Finding.AboutMachine(resource);
            if (!await findings.WasSeenAsync(FindingKind.RescueOverdue, about, now - NoteAgain, cancellationToken))
            {
                await database.WriteAsync("rescue.overdue", unit => findings.RaiseAsync(unit, FindingOf(resource, mirror)), cancellationToken);
            }
        }
    }

    private static NewFinding FindingOf(Resource resource, InstanceRow mirror) => NewFinding.OfMachine(
        FindingKind.RescueOverdue,
        resource,
        $"Machine {resource.ProviderId} has run the rescue system since {mirror.RescueSince:yyyy-MM-dd HH:mm} UTC and its own system is off: ask its customer, and leave with POST /api/v1/instances/{resource.Id}/rescue/exit.");
}
