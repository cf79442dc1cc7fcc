using Kontor.Engine.Compute.History;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Keeps what the provider says about one of our machines, and draws the conclusions that are safe to draw.</summary>
public sealed class MirrorUpdate(OperationStore operations, KeepTimeline timeline, CompareWithSale sale, OutsideFindings findings)
{
    /// <summary>Keeps a row; wakes the operations of the machine and raises findings when something changed.</summary>
    /// <returns>Whether somebody past Kontor did something.</returns>
    public async Task<bool> KeepAsync(UnitOfWork unit, Resource resource, InstanceRow seen)
    {
        if ((await ResourceStore.GetAsync(unit, resource.Id)).State == Resource.Gone)
        {
            // What is over stays over; a list that still has it makes it a stranger.
            return false;
        }

        var before = await ResourceStore.MirrorAsync(unit, resource.Id);
        var now = seen.After(before);
        await ResourceStore.UpdateMirrorAsync(unit, resource, now);
        await KeepFoundAsync(unit, resource);
        if (!now.DiffersFrom(before))
        {
            return false;
        }

        await operations.WakeByResourceAsync(unit, resource.Id);
        await IpHistory.KeepAsync(unit, before, now);
        var outside = await KeepTimelineAsync(unit, resource, before, now);
        await sale.CompareAsync(unit, resource, before, now);
        if (before.RescueSince is not null && now.RescueSince is null)
        {
            await FindingStore.ResolveAsync(unit, FindingKind.RescueOverdue, Finding.AboutMachine(resource));
        }

        return outside;
    }

    private async Task<bool> KeepTimelineAsync(UnitOfWork unit, Resource resource, InstanceRow before, InstanceRow now)
    {
        if (before.Status is null && now.Status is not null && resource.Origin == Resource.Bought)
        {
            await timeline.NoteAsync(unit, resource, TimelineKind.Bought, TimelineOrigin.Kontor);
        }

        var done = await timeline.NoteAsync(unit, resource, before, now);
        if (done.Contains((TimelineKind.Reinstalled, TimelineOrigin.Outside)))
        {
            await findings.ReinstalledAsync(unit, resource, act: null);
        }
        else if (done.Contains((TimelineKind.Reinstalled, TimelineOrigin.Kontor)))
        {
            await OutsideFindings.InstalledByKontorAsync(unit, resource);
        }

        return done.Any(one => one.Origin == TimelineOrigin.Outside);
    }

    /// <summary>It was missing, and here it is: no ghost.</summary>
    private async Task KeepFoundAsync(UnitOfWork unit, Resource resource)
    {
        if (await ResourceStore.TryResetMissingAsync(unit, resource.Id))
        {
            await FindingStore.ResolveAsync(unit, FindingKind.Ghost, Finding.AboutMachine(resource));
            await timeline.NoteAsync(unit, resource, TimelineKind.Back, TimelineOrigin.Provider);
        }
    }
}
