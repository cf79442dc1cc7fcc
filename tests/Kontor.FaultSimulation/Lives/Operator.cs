using Kontor.Engine.Common;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>The reseller's staff: looks into the provider's panel and resumes or gives up what waits for a person.</summary>
internal sealed class Operator(SimWorld world)
{
    /// <summary>The plan that machines in a run are changed into.</summary>
    public const string LargerPlan = "V154";

    private const string AddOnType = $"instance.{AddOnChange.ChangeName}";
    private const string RegionType = $"instance.{RegionChange.ChangeName}";
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
        if ((operation.State == "parked" && !WasDone(operation)) || (operation.State == "overdue" && HasNoContract(operation)))
        {
            await decide.GiveUpAsync(operation.Id, null, Staff, CancellationToken.None);
            return;
        }

        if (operation.State == "stalled")
        {
            RepairAtProvider(operation);
        }
        else if (operation.Type == PlanChangeFlow.TypeName)
        {
            world.Cloud.Panel.ChangeProduct(ProviderIdOf(operation), LargerPlan);
        }
        else if (operation.Type == RegionType)
        {
            world.Cloud.Panel.FinishRegionChange(ProviderIdOf(operation));
        }

        await decide.ResumeAsync(operation.Id, null, Staff, CancellationToken.None);
    }

    /// <summary>What the panel shows: is there an add-on, a ticket, or else a machine with this order's name?</summary>
    private bool WasDone(Operation operation) => operation.Type switch
    {
        AddOnType => world.Cloud.PurchaseLog.Any(purchase => purchase.AddOnId is not null && purchase.InstanceId == ProviderIdOf(operation)),
        RegionType => world.Cloud.Instances.Any(one => one.InstanceId == ProviderIdOf(operation) && one.RegionChange is not null),
        _ => WasBought(operation),
    };

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
