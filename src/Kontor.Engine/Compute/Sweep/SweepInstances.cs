using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Wipe;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>
/// Compares the provider's full list with our rows. It keeps the mirror, wakes operations and raises findings; it never
/// buys and never cancels, and an incomplete list proves nothing.
/// </summary>
public sealed class SweepInstances(
    Database database,
    ResourceStore resources,
    MirrorUpdate mirrorUpdate,
    StrangeInstance strange,
    MarkerRepair repair,
    KeepStopped keepStopped,
    DueWipe dueWipe,
    FindingStore findings,
    OperationStore operations,
    TimeProvider clock,
    PurchasingOptions options,
    ILogger<SweepInstances> log)
{
    /// <summary>Sweeps one account once.</summary>
    /// <returns>Whether the list was complete.</returns>
    public async Task<bool> RunAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var check = new PageCheck();
        var seen = new HashSet<long>();
        var keptOff = await keepStopped.ReadAsync(cancellationToken);
        try
        {
            await foreach (var page in account.Client.Instances.ListPagesAsync(filter: null, cancellationToken))
            {
                check.Add(page, instance => $"{instance.InstanceId}");
                seen.UnionWith(page.Items.Select(instance => instance.InstanceId!.Value));
                await TakePageAsync(account, page.Items, keptOff, cancellationToken);
            }
        }
        catch (ContaboApiException failure)
        {
            log.SweepFailed(account.Id.Value, failure.Message);
            return false;
        }

        if (check.Complete)
        {
            await CountMissingAsync(account, seen, startedAt, cancellationToken);
        }

        return check.Complete;
    }

    private async Task TakePageAsync(
        ContaboAccount account, IReadOnlyList<Instance> page, KeptOff keptOff, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = page.Select(instance => new ProviderInstanceId(instance.InstanceId!.Value)).ToList();
        var known = (await resources.MirrorOfAsync(account.Id, ids, cancellationToken)).ToDictionary(row => row.Resource.ProviderId.Value);
        foreach (var instance in page)
        {
            if (!known.TryGetValue(instance.InstanceId!.Value, out var ours))
            {
                await strange.JudgeAsync(account, instance, cancellationToken);
                continue;
            }

            var row = InstanceRow.Of(ours.Resource.Id, instance, now);
            if (row.DiffersFrom(ours.Mirror) || ours.Resource.MissingLists > 0)
            {
                await database.WriteAsync("inventory.changed", unit => mirrorUpdate.KeepAsync(unit, ours.Resource, row), cancellationToken);
            }

            await repair.RepairAsync(account, ours.Resource, instance, cancellationToken);
            await keepStopped.CompareAsync(ours.Resource, instance, keptOff, cancellationToken);
            await dueWipe.CompareAsync(ours.Resource, instance, keptOff, cancellationToken);
        }
    }

    private async Task CountMissingAsync(
        ContaboAccount account, HashSet<long> seen, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        foreach (var resource in await resources.PresentAsync(account.Id, cancellationToken))
        {
            if (!seen.Contains(resource.ProviderId.Value) && resource.CreatedAt + options.ListingDelay < startedAt)
            {
                await database.WriteAsync("inventory.missing", unit => MissingAsync(unit, resource), cancellationToken);
            }
        }
    }

    private async Task MissingAsync(UnitOfWork unit, Resource resource)
    {
        await ResourceStore.CountMissingAsync(unit, resource);
        if (resource.MissingLists + 1 < options.ListsUntilGone)
        {
            return;
        }

        var contract = await ContractStore.FindAsync(unit, resource.Id);
        if (contract?.CancelDate is { } end && end <= ContractTerm.DayOf(unit.Now))
        {
            await EndAsync(unit, resource);
            return;
        }

        await findings.RaiseAsync(unit, new NewFinding(
            FindingKind.Ghost,
            $"{resource.Account}/{resource.ProviderId}",
            $"Machine {resource.ProviderId} is missing from {resource.MissingLists + 1} complete lists, and its contract has not ended: ask Contabo. Nothing is bought in its place.",
            resource.Account,
            resource.SubjectId));
    }

    private async Task EndAsync(UnitOfWork unit, Resource resource)
    {
        if (await ResourceStore.TryEndAsync(unit, resource.Id))
        {
            await SaleStore.EndAllocationsAsync(unit, resource.Id);
            await operations.WakeByResourceAsync(unit, resource.Id);
            await FindingStore.ResolveAsync(unit, FindingKind.Ghost, $"{resource.Account}/{resource.ProviderId}");
            unit.Publish(new ResourceGone(resource.SubjectId?.Value, resource.Id.Value, Expected: true));
        }
    }
}
