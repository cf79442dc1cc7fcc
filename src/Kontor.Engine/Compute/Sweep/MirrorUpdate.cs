using Kontor.Engine.Common;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Keeps what the provider says about one of our machines, and draws the conclusions that are safe to draw.</summary>
public sealed class MirrorUpdate(OperationStore operations, FindingStore findings)
{
    /// <summary>Keeps a row; wakes the operations of the machine and raises findings when something changed.</summary>
    public async Task KeepAsync(UnitOfWork unit, Resource resource, InstanceRow seen)
    {
        var before = await ResourceStore.MirrorAsync(unit, resource.Id);
        await ResourceStore.UpdateMirrorAsync(unit, seen);
        await ResourceStore.ResetMissingAsync(unit, resource.Id);
        if (!seen.DiffersFrom(before))
        {
            return;
        }

        await operations.WakeByResourceAsync(unit, resource.Id);
        await CompareContractAsync(unit, resource, seen);
        await ComparePlanAsync(unit, resource, seen);
    }

    /// <summary>A contract end that no terminate of ours asked for: somebody cancelled a machine that a customer pays for.</summary>
    private async Task CompareContractAsync(UnitOfWork unit, Resource resource, InstanceRow seen)
    {
        var contract = await ContractStore.FindAsync(unit, resource.Id);
        if (seen.CancelDate is not { } date || contract is null || contract.CancelDate == date)
        {
            return;
        }

        await ContractStore.SetCancelDateAsync(unit, resource.Id, date, contract.CancelOperationId);
        if (contract.CancelOperationId is null && await TerminateOf.FindAsync(unit, resource) is null)
        {
            await findings.RaiseAsync(unit, new NewFinding(
                FindingKind.CancelledOutside,
                $"{resource.Account}/{resource.ProviderId}",
                $"Machine {resource.ProviderId} ends on {date:yyyy-MM-dd} and Kontor did not ask for it: its customer must be told, it cannot be undone by API.",
                resource.Account,
                resource.SubjectId));
        }
    }

    private async Task ComparePlanAsync(UnitOfWork unit, Resource resource, InstanceRow seen)
    {
        if (resource.Marker is null || seen.ProductId is null)
        {
            return;
        }

        var order = await SaleStore.OrderOfMarkerAsync(unit, Marker.Parse(resource.Marker));
        if (order is not null && order.Plan != seen.ProductId && !await PlanChanges.WasAskedForAsync(unit, resource, seen.ProductId))
        {
            await findings.RaiseAsync(unit, new NewFinding(
                FindingKind.WrongPlan,
                $"{resource.Account}/{resource.ProviderId}",
                $"Machine {resource.ProviderId} is {seen.ProductId}; {order.Plan} was sealed. Ask Contabo, or re-price the service.",
                resource.Account,
                resource.SubjectId));
        }
    }
}
