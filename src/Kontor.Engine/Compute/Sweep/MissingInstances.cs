using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Compute.History;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Notes what a complete list did not have. Nothing is a ghost, or over, until enough lists in a row say so.</summary>
public sealed class MissingInstances(
    Database database,
    SightingStore sightings,
    ResourceStore resources,
    FindingStore findings,
    KeepTimeline timeline,
    OperationStore operations,
    PurchasingOptions options)
{
    private const int Stretch = 1000;

    /// <summary>So many are noted in one transaction: others wait for it.</summary>
    private const int AtOnce = 100;

    /// <summary>A ghost that was announced stays one for days perhaps; that it still is one is not worth a write each sweep.</summary>
    private static readonly TimeSpan NoteAgain = TimeSpan.FromHours(1);

    /// <summary>Compares a complete list with all that was seen before.</summary>
    /// <param name="account">The account.</param>
    /// <param name="list">The complete list; every machine on it has been compared.</param>
    /// <param name="startedAt">When its first page was asked for.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>Whether anything was noted.</returns>
    public async Task<bool> NoteAsync(AccountId account, PageCheck list, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        // Whatever is listed has a sighting by now: as many as listed means that none is missing, and nothing more is read.
        if (await sightings.CountAsync(account, cancellationToken) == list.Numbers)
        {
            return false;
        }

        List<Sighting> stretch;
        var (after, noted) = (-1L, false);
        do
        {
            stretch = await sightings.AfterAsync(account, after, Stretch, cancellationToken);
            foreach (var some in stretch.Where(seen => !list.Has(seen.ProviderId.Value)).Chunk(AtOnce))
            {
                noted |= await NoteAsync(some, startedAt, cancellationToken);
            }

            after = stretch.Count > 0 ? stretch[^1].ProviderId.Value : after;
        }
        while (stretch.Count == Stretch);
        return noted;
    }

    private async Task<bool> NoteAsync(Sighting[] missing, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var ids = missing.Select(seen => seen.ResourceId).OfType<ResourceId>().ToList();
        var rows = (await resources.FindAllAsync(ids, cancellationToken)).ToDictionary(row => row.Id);
        var due = missing.Where(seen => seen.ResourceId is not { } id || IsDue(seen, rows[id], startedAt)).ToList();
        if (due.Count > 0)
        {
            await database.WriteAsync(
                "inventory.missing",
                async unit =>
                {
                    foreach (var seen in due)
                    {
                        await (seen.ResourceId is { } id ? OursAsync(unit, seen, rows[id]) : StrangerAsync(unit, seen));
                    }
                },
                cancellationToken);
        }

        return due.Count > 0;
    }

    private bool IsDue(Sighting seen, Resource resource, DateTimeOffset startedAt) =>
        resource.CreatedAt + options.ListingDelay < startedAt
        && (resource.MissingLists < options.ListsUntilGone || seen.NotedAt + NoteAgain < startedAt);

    /// <summary>A stranger that is gone concerns nobody any more.</summary>
    private async Task StrangerAsync(UnitOfWork unit, Sighting seen)
    {
        await SightingStore.NoteMissingAsync(unit, seen);
        if (seen.MissingLists + 1 >= options.ListsUntilGone)
        {
            await FindingStore.ResolveAllAsync(unit, Finding.AboutMachine(seen.Account, seen.ProviderId));
            await SightingStore.DeleteAsync(unit, seen.Account, seen.ProviderId);
        }
    }

    private async Task OursAsync(UnitOfWork unit, Sighting seen, Resource resource)
    {
        await SightingStore.NoteMissingAsync(unit, seen);
        await ResourceStore.CountMissingAsync(unit, resource);
        var contract = await ContractStore.FindAsync(unit, resource.Id);
        var over = contract?.CancelDate is { } end && end <= ContractTerm.DayOf(unit.Now);
        if (resource.MissingLists == 0 && !over)
        {
            await timeline.NoteAsync(unit, resource, TimelineKind.Missing, TimelineOrigin.Outside);
        }

        if (resource.MissingLists + 1 < options.ListsUntilGone)
        {
            return;
        }

        if (over)
        {
            await EndAsync(unit, resource);
            return;
        }

        var ghost = NewFinding.OfMachine(
            FindingKind.Ghost,
            resource,
            $"Machine {resource.ProviderId} is missing from {resource.MissingLists + 1} complete lists, and its contract has not ended: ask Contabo. Nothing is bought in its place.");
        await findings.RaiseAsync(unit, ghost with { Cause = FindingKind.Ghost });
    }

    private async Task EndAsync(UnitOfWork unit, Resource resource)
    {
        if (!await ResourceStore.TryEndAsync(unit, resource))
        {
            await SightingStore.DeleteAsync(unit, resource.Account, resource.ProviderId);
        }
        else
        {
            await timeline.NoteAsync(unit, resource, TimelineKind.Gone, TimelineOrigin.Provider);
            await SaleStore.EndAllocationsAsync(unit, resource.Id);
            await operations.WakeByResourceAsync(unit, resource.Id);
            await FindingStore.ResolveAllAsync(unit, Finding.AboutMachine(resource));
            unit.Publish(new ResourceGone(resource.SubjectId?.Value, resource.Id.Value, Expected: true));
        }
    }
}
