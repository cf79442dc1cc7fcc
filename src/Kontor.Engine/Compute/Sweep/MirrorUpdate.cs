using Kontor.Engine.Compute.History;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Keeps what the provider says about one of our machines, and draws the conclusions that are safe to draw.</summary>
public sealed class MirrorUpdate(OperationStore operations, KeepTimeline timeline, CompareWithSale sale, OutsideFindings outside)
{
    /// <summary>Keeps a row; wakes the operations of the machine and raises findings when something changed.</summary>
    public async Task KeepAsync(UnitOfWork unit, Resource resource, InstanceRow seen)
    {
        if ((await ResourceStore.GetAsync(unit, resource.Id)).State == Resource.Gone)
        {
            // What is over stays over; a list that still has it makes it a stranger.
            return;
        }

        var before = await ResourceStore.MirrorAsync(unit, resource.Id);
        var now = seen.After(before);
        await ResourceStore.UpdateMirrorAsync(unit, resource, now);
        await KeepFoundAsync(unit, resource);
        if (!now.DiffersFrom(before))
        {
            return;
        }

        await operations.WakeByResourceAsync(unit, resource.Id);
        await IpHistory.KeepAsync(unit, before, now);
        await KeepTimelineAsync(unit, resource, before, now);
        await sale.CompareAsync(unit, resource, before, now);
    }

    private async Task KeepTimelineAsync(UnitOfWork unit, Resource resource, InstanceRow before, InstanceRow now)
    {
        if (before.Status is null && now.Status is not null && resource.Origin == Resource.Bought)
        {
            await timeline.NoteAsync(unit, resource, TimelineKind.Bought, TimelineOrigin.Kontor);
        }

        if ((await timeline.NoteAsync(unit, resource, before, now)).Contains(TimelineKind.Reinstalled))
        {
            await outside.ReinstalledAsync(unit, resource, act: null);
        }
    }

    /// <summary>It was missing, and here it is: no ghost.</summary>
    private async Task KeepFoundAsync(UnitOfWork unit, Resource resource)
    {
        if (await ResourceStore.TryResetMissingAsync(unit, resource.Id))
        {
            await FindingStore.ResolveAsync(unit, FindingKind.Ghost, Finding.AboutMachine(resource.Account, resource.ProviderId));
            await timeline.NoteAsync(unit, resource, TimelineKind.Back, TimelineOrigin.Provider);
        }
    }
}
