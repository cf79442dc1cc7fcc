using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Wipe;

/// <summary>Opens the wipe of a machine whose time of retention is over; it is seen in the provider's list at that moment.</summary>
public sealed class DueWipe(Database database, ChangeStore changes, InstanceChanges kinds, TimeProvider clock, ComputeOptions options)
{
    private static readonly Actor Sweep = Actor.Kontor("sweep");

    /// <summary>Opens it if it is due; a machine on which something is under way is left to that.</summary>
    public async Task CompareAsync(Resource resource, Instance seen, KeptOff ends, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (ends.TerminationOf(resource) is { WipeOperationId: null, WipeAt: { } at }
            && at <= now
            && WipeRules.CanEverBe(resource)
            && WipeRules.IsTheMachine(resource, InstanceRow.Of(resource.Id, seen, now), now)
            && await database.ReadAsync(async db => await ChangeRules.BusyAsync(db, resource.Id) is null, cancellationToken))
        {
            await database.WriteAsync("wipe.accept", unit => OpenAsync(unit, resource.Id), cancellationToken);
        }
    }

    private async Task OpenAsync(UnitOfWork unit, ResourceId id)
    {
        var resource = await ResourceStore.GetAsync(unit, id);
        if (await ChangeRules.BusyAsync(unit.Db, id) is not null
            || await WipeRules.RefusalAsync(unit, resource) is not null
            || await ProtectionRules.RefusalAsync(unit, resource, ProtectionKind.Rebuild) is not null)
        {
            return;
        }

        var termination = (await TerminateOf.TerminationAsync(unit, resource))!;
        var order = await SaleStore.OrderOfMarkerAsync(unit, Marker.Parse(resource.Marker!));
        if (order is null || termination.WipeOperationId is not null)
        {
            return;
        }

        var subject = (await SubjectStore.FindAsync(unit, termination.SubjectId))!;
        var opened = new NewChange(kinds[WipeChange.Word], resource, Sweep, "Its time of retention is over: it is wiped.")
        {
            // The key too says that there is one: a second wipe of this generation could not be stored.
            Key = subject.Key.Of(termination.Generation, WipeChange.Word),
            Input = new WipeWish(options.WipeImage.Length > 0 ? options.WipeImage : order.Image, order.DefaultUser),
        };
        await TerminationStore.TryWipeAsync(unit, termination, (await changes.OpenAsync(unit, opened)).Id);
    }
}
