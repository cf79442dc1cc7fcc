using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Compares what the provider says about a machine with what was sold: its contract, its plan, whether it can be used at all.</summary>
public sealed class CompareWithSale(FindingStore findings)
{
    /// <summary>A list may be older than the end that was just read from the machine itself.</summary>
    private static readonly TimeSpan ListsMayLag = TimeSpan.FromMinutes(5);

    /// <summary>Raises what is not as it should be, and closes what is again.</summary>
    public async Task CompareAsync(UnitOfWork unit, Resource resource, InstanceRow before, InstanceRow now)
    {
        await CompareContractAsync(unit, resource, before, now);
        if (before.ProductId != now.ProductId)
        {
            await ComparePlanAsync(unit, resource, now);
        }

        if (before.Status != now.Status)
        {
            await CompareStatusAsync(unit, resource, now);
        }
    }

    private async Task CompareContractAsync(UnitOfWork unit, Resource resource, InstanceRow before, InstanceRow now)
    {
        if (await ContractStore.FindAsync(unit, resource.Id) is not { } contract)
        {
            return;
        }

        if (now.CancelDate is { } date)
        {
            if (before.CancelDate is null)
            {
                await FindingStore.ResolveAsync(unit, FindingKind.CancelRevoked, Finding.AboutMachine(resource));
            }

            if (contract.CancelDate != date)
            {
                await EndingAsync(unit, resource, contract, date);
            }
        }
        else if (before.CancelDate is not null && contract.CancelDate is not null && contract.UpdatedAt + ListsMayLag < unit.Now)
        {
            await GoingOnAsync(unit, resource, contract);
        }
    }

    /// <summary>A contract end that no terminate of ours asked for: somebody cancelled a machine that a customer pays for.</summary>
    private async Task EndingAsync(UnitOfWork unit, Resource resource, Contract contract, DateOnly date)
    {
        await ContractStore.SetCancelDateAsync(unit, resource.Id, date, contract.CancelOperationId);
        if (contract.CancelOperationId is null && await TerminateOf.FindAsync(unit, resource) is null)
        {
            await RaiseAsync(
                unit,
                resource,
                FindingKind.CancelledOutside,
                $"Machine {resource.ProviderId} ends on {date:yyyy-MM-dd} and Kontor did not ask for it: its customer must be told, it cannot be undone by API.");
        }
    }

    /// <summary>An end that was read is there no more. If it was our own wish, the machine would cost another term.</summary>
    private async Task GoingOnAsync(UnitOfWork unit, Resource resource, Contract contract)
    {
        if (contract.CancelOperationId is null && await TerminateOf.FindAsync(unit, resource) is null)
        {
            await ContractStore.ClearCancelDateAsync(unit, resource.Id);
            await FindingStore.ResolveAsync(unit, FindingKind.CancelledOutside, Finding.AboutMachine(resource));
            return;
        }

        await RaiseAsync(
            unit,
            resource,
            FindingKind.CancelRevoked,
            $"Machine {resource.ProviderId} was to end on {contract.CancelDate:yyyy-MM-dd} and no longer does: it will renew and cost another term. Cancel it in Contabo's panel.");
    }

    private async Task ComparePlanAsync(UnitOfWork unit, Resource resource, InstanceRow now)
    {
        if (resource.Marker is null || now.ProductId is null
            || await SaleStore.OrderOfMarkerAsync(unit, Marker.Parse(resource.Marker)) is not { } order)
        {
            return;
        }

        if (order.Plan == now.ProductId || await PlanChanges.WasAskedForAsync(unit, resource, now.ProductId))
        {
            await FindingStore.ResolveAsync(unit, FindingKind.WrongPlan, Finding.AboutMachine(resource));
            return;
        }

        await RaiseAsync(
            unit,
            resource,
            FindingKind.WrongPlan,
            $"Machine {resource.ProviderId} is {now.ProductId}; {order.Plan} was sealed. Ask Contabo, or re-price the service.");
    }

    private async Task CompareStatusAsync(UnitOfWork unit, Resource resource, InstanceRow now)
    {
        if (WatchCreate.SideExitOf(now) is { } problem)
        {
            await RaiseAsync(unit, resource, FindingKind.SideExit, $"Machine {resource.ProviderId}: {problem.Detail}");
            return;
        }

        await FindingStore.ResolveAsync(unit, FindingKind.SideExit, Finding.AboutMachine(resource));
    }

    private Task RaiseAsync(UnitOfWork unit, Resource resource, string kind, string detail) =>
        findings.RaiseAsync(unit, NewFinding.OfMachine(kind, resource, detail));
}
