using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Puts the marker back into a display name that somebody changed in the provider's panel: it is how a purchase is found again.</summary>
public sealed class MarkerRepair(Database database, FindingStore findings, TimelineStore timeline, IIdSource ids)
{
    /// <summary>Compares, notes and puts back; tried once a sweep.</summary>
    public async Task RepairAsync(ContaboAccount account, Resource resource, Instance seen, CancellationToken cancellationToken)
    {
        if (resource.Marker is not { } marker || seen.DisplayName is null || Marker.In(seen.DisplayName)?.Value == marker)
        {
            return;
        }

        var noted = await database.WriteAsync("inventory.marker_changed", unit => NoteAsync(unit, resource, seen.DisplayName), cancellationToken);
        if (noted is not { } label)
        {
            return;
        }

        var request = new RequestId(ids.NewRequestId());
        var restored = Marker.Parse(marker).DisplayName(label);
        try
        {
            await account.Client.Instances.RenameAsync(resource.ProviderId.Value, restored, request, cancellationToken);
            await database.WriteAsync("inventory.marker_restored", unit => RestoredAsync(unit, resource, restored, request), cancellationToken);
        }
        catch (ContaboApiException lost) when (lost.Outcome == WriteOutcome.Unknown)
        {
            // It may have been done: then the audit shows this call, and it is to be known as ours.
            await database.WriteAsync("inventory.marker_sent", unit => timeline.AddAsync(unit, NewEntry(resource, restored, request)), cancellationToken);
        }
        catch (ContaboApiException)
        {
            // A name is not worth more than one try a sweep: the finding stays open and the next sweep compares again.
        }
    }

    private async Task RestoredAsync(UnitOfWork unit, Resource resource, string name, RequestId request)
    {
        await FindingStore.ResolveAsync(unit, FindingKind.MarkerChanged, Finding.AboutMachine(resource));
        await timeline.AddAsync(unit, NewEntry(resource, name, request));
    }

    private static TimelineEntry NewEntry(Resource resource, string name, RequestId request) => new()
    {
        Id = "",
        ResourceId = resource.Id,
        Kind = TimelineKind.Renamed,
        After = name,
        Origin = TimelineOrigin.Kontor,
        Actor = "kontor sweep",
        RequestId = request.ToString(),
    };

    /// <summary>Notes it.</summary>
    /// <returns>The label to put back, as it is now; null while the machine is being renamed, which brings its marker back by itself.</returns>
    private async Task<string?> NoteAsync(UnitOfWork unit, Resource resource, string name)
    {
        if (await RenameChange.IsUnderWayAsync(unit, resource))
        {
            return null;
        }

        await findings.RaiseAsync(unit, NewFinding.OfMachine(
            FindingKind.MarkerChanged,
            resource,
            $"Machine {resource.ProviderId} was renamed to '{name}' outside Kontor; its marker {resource.Marker} is put back."));
        return (await ResourceStore.GetAsync(unit, resource.Id)).Label;
    }
}
