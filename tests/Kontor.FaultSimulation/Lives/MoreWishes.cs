using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What is kept, bought and changed for machines that stand: each is wished once, until it is acknowledged or refused.</summary>
internal sealed class MoreWishes(BillingSystem billing, SimWorld world)
{
    private static readonly Actor Shop = new(ActorKind.ApiKey, "shop", "shop");

    /// <summary>Gets the wishes in their order; what comes later needs what was before.</summary>
    public IReadOnlyList<Func<SimOrder, Task>> All =>
    [
        order => ChangeAsync(order, "snapshot_create", _ => new NewSnapshot("one", null)),
        order => ChangeAsync(order, "snapshot_update", machine => new ChangedSnapshot(TakenOf(machine), "two", null)),
        order => ChangeAsync(order, "snapshot_rollback", machine => new Rollback(TakenOf(machine), [])),
        order => ChangeAsync(order, "snapshot_delete", machine => new OldSnapshot(TakenOf(machine))),
        BuyAsync,
        ChangePlanAsync,
        order => ChangeAsync(order, RegionChange.ChangeName, _ => new RegionWish("SIN", "migration", Loses: false)),
        RestartAllAsync,
    ];

    private Task ChangeAsync(SimOrder order, string change, Func<long, object> input) => WishAsync(order, (alive, machine, key) =>
        alive.Get<ChangeInstanceHandler>().HandleAsync(
            new ChangeInstance(machine.Id, change, "shop") { Input = input(machine.ProviderId.Value) }, key, Shop, CancellationToken.None));

    private Task BuyAsync(SimOrder order)
    {
        order.WishAddOn();
        var wish = new BuyAddOn(order.Acknowledged!.Subject.Id, order.Generation, order.SoldAs, KnownAddOns.PrivateNetworking, Ordinal: 1, Sold: null);
        return WishAsync(order, (alive, _, key) => alive.Get<BuyAddOnHandler>().HandleAsync(wish, key, Shop, CancellationToken.None));
    }

    private Task ChangePlanAsync(SimOrder order) => WishAsync(order, (alive, machine, key) => alive.Get<RequestPlanChangeHandler>().HandleAsync(
        new RequestPlanChange(machine.Id, null, Operator.LargerPlan), key, Shop, CancellationToken.None));

    private async Task WishAsync(SimOrder order, Func<SimNode, Engine.Inventory.Resource, string, Task<Result<Operation>>> wish)
    {
        var key = billing.NewKey();
        await billing.OnMachineAsync(order, async (alive, machine) =>
        {
            var answer = await wish(alive, machine, key);
            order.Others.AddRange(answer.Problem is null && !order.Others.Contains(answer.Value.Id) ? [answer.Value.Id] : []);
        });
    }

    /// <summary>Has the machine restarted as one of many, and the round worked off by whichever process lives.</summary>
    private async Task RestartAllAsync(SimOrder order)
    {
        var key = billing.NewKey();
        string? bulk = null;
        await billing.OnMachineAsync(order, async (alive, machine) =>
        {
            order.WishRestartAmongMany();
            var answer = await alive.Get<CreateBulkHandler>().HandleAsync(
                new CreateBulk("restart", [machine.Id.Value, SimOrder.AbsentMachine], 5, "shop"), key, Shop, CancellationToken.None);
            bulk = answer.Value.Row.Id;
        });
        while (bulk is not null && (await world.Observer.Get<ShowBulkHandler>().HandleAsync(bulk, "shop", CancellationToken.None)).Value.Row.FinishedAt is null)
        {
            await (world.Node?.RunBulksAsync() ?? Task.CompletedTask);
            await Task.Delay(TimeSpan.FromSeconds(5), world.Time, CancellationToken.None);
        }
    }

    /// <summary>The snapshot that the provider has; one of a name that there is none of is not found.</summary>
    private string TakenOf(long machine) => world.Cloud.Snapshots(machine) is [var first, ..] ? first.SnapshotId : "snap0";
}
