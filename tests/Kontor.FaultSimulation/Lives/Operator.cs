using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>The reseller's staff: looks into the provider's panel and resumes or gives up what waits for a person.</summary>
internal sealed class Operator(SimWorld world)
{
    private static readonly Actor Staff = new(ActorKind.Operator, "staff");

    /// <summary>Decides everything that waits.</summary>
    public async Task DecideAsync()
    {
        var waiting = await world.Observer.Get<OperationStore>().ListAsync(
            new OperationFilter(Status: "needs_attention", Limit: 100), CancellationToken.None);
        foreach (var operation in waiting)
        {
            await DecideAsync(operation);
        }
    }

    private async Task DecideAsync(Operation operation)
    {
        var decide = world.Observer.Get<DecideOperationHandler>();
        if ((operation.State == "parked" && !WasBought(operation)) || (operation.State == "overdue" && HasNoContract(operation)))
        {
            await decide.GiveUpAsync(operation.Id, null, Staff, CancellationToken.None);
            return;
        }

        if (operation.State == "stalled")
        {
            RepairAtProvider(operation);
        }

        await decide.ResumeAsync(operation.Id, null, Staff, CancellationToken.None);
    }

    /// <summary>What the panel shows: is there a machine with this order's name?</summary>
    private bool WasBought(Operation operation)
    {
        var order = world.Observer.Get<Engine.Purchasing.SaleStore>().OrderOfAsync(operation.Id, CancellationToken.None).GetAwaiter().GetResult();
        return world.Cloud.PurchaseLog.Any(purchase => purchase.DisplayName.EndsWith(order.Marker, StringComparison.Ordinal));
    }

    /// <summary>What the panel shows: was the machine sold out after the order, so that there is nothing to cancel?</summary>
    private bool HasNoContract(Operation operation) =>
        operation.ResourceId is not null && world.Cloud.Instances.Any(one => one.InstanceId == ProviderIdOf(operation) && one.Contract is null);

    private void RepairAtProvider(Operation operation) => world.Cloud.Panel.SetStatus(ProviderIdOf(operation), "running");

    private long ProviderIdOf(Operation operation)
    {
        var resources = world.Observer.Get<Engine.Inventory.ResourceStore>();
        return resources.FindAsync(operation.ResourceId!.Value, CancellationToken.None).GetAwaiter().GetResult()!.Value.Resource.ProviderId.Value;
    }
}
