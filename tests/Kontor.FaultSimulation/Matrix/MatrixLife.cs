using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.Lives;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>One machine, bought while all went well, and what is then done with it.</summary>
internal sealed class MatrixLife : IDisposable
{
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(8);
    private static readonly Actor Shop = new(ActorKind.ApiKey, "shop", "shop");
    private readonly BillingSystem _billing;
    private readonly Operator _operator;
    private int _keys;
    private OperationId? _last;

    public MatrixLife(Template template)
    {
        World = new SimWorld(template.Database, template.Installation, 1, LifePlan.SmallPage, new CrashPlan(null), world => Oracle.Check(world, [Order]));
        _billing = new BillingSystem(() => World.Node, World.Time, World.Random);
        _operator = new Operator(World);
        // Others' machines, so that lists have more than one page.
        for (var number = 0; number < 3; number++)
        {
            World.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", Stranger.Name);
        }
    }

    public SimWorld World { get; }

    /// <summary>Gets the one customer's service.</summary>
    public SimOrder Order { get; } = new(1, ends: true, endsEarly: false);

    /// <summary>Gets the billing system in front of Kontor.</summary>
    public BillingSystem Billing => _billing;

    /// <summary>Gets the operations that were accepted, in order.</summary>
    public List<OperationId> Accepted { get; } = [];

    /// <summary>Gets the machine at the provider; null when there is none.</summary>
    public Instance? Machine => World.Cloud.Instances.FirstOrDefault(one => one.OrderedName.StartsWith(Order.Label + " k-", StringComparison.Ordinal));

    /// <summary>Gets our row of the machine.</summary>
    public Resource Resource => Await(World.Observer.Get<ShowInstancesHandler>().ListAsync(Shop, Order.Acknowledged!.Subject.Id, null, 1, CancellationToken.None))[0].Resource;

    /// <summary>Orders the machine and lets time pass until nothing more happens.</summary>
    public void Buy() => Run(() => _billing.OrderAsync(Order));

    /// <summary>Ends the contract.</summary>
    public void Terminate() => Run(() => _billing.TerminateAsync(Order));

    /// <summary>Suspends, or takes that back.</summary>
    public void Suspend(bool suspended) => Run(() => _billing.SuspendAsync(Order, suspended));

    /// <summary>Wishes a change of the machine and lets time pass until nothing more happens.</summary>
    public void Wish(string change, object? input = null) => Run(async () =>
    {
        var wish = new ChangeInstance(Resource.Id, change, "shop") { Input = input };
        var answer = await World.Node!.Get<ChangeInstanceHandler>().HandleAsync(wish, $"wish-{++_keys}", Shop, CancellationToken.None);
        Accepted.Add(answer.Value.Id);
        foreach (var action in PowerActions.Customers.Where(action => PowerActions.NameOf(action) == change))
        {
            Order.Powers.Add((action, answer.Value.Id));
        }
    });

    /// <summary>Gets the operation of the last wish that might be refused; null when it was.</summary>
    public Operation? Last => _last is { } id ? Find(id) : null;

    /// <summary>Wishes a change that asks the provider before it is accepted, so that it may be refused.</summary>
    public void Try(string change, object input) => Try(
        node => node.Get<ChangeInstanceHandler>().HandleAsync(new ChangeInstance(Resource.Id, change, "shop") { Input = input }, $"wish-{++_keys}", Shop, CancellationToken.None));

    /// <summary>Orders an add-on.</summary>
    public void BuyAddOn(string addOn)
    {
        Order.WishAddOn();
        var wish = new BuyAddOn(Order.Acknowledged!.Subject.Id, Order.Generation, Order.SoldAs, addOn, Ordinal: 1, Sold: null);
        Try(node => node.Get<BuyAddOnHandler>().HandleAsync(wish, $"wish-{++_keys}", Shop, CancellationToken.None));
    }

    /// <summary>Wishes a larger plan.</summary>
    public void ChangePlan() => Try(
        node => node.Get<RequestPlanChangeHandler>().HandleAsync(new RequestPlanChange(Resource.Id, null, Operator.LargerPlan), $"wish-{++_keys}", Shop, CancellationToken.None));

    /// <summary>Lets secrets serve their time, and sweeps them.</summary>
    public void SweepSecrets()
    {
        World.Jump(TimeSpan.FromMinutes(20));
        World.SweepSecretsNow();
    }

    /// <summary>Lets a task of the world happen, and time pass until nothing more would.</summary>
    public void Run(Func<Task> task)
    {
        World.Run(task);
        World.RunUntilQuiet(Horizon);
    }

    /// <summary>The trouble is over: faults end, the list is compared, a person decides what waits for one.</summary>
    public void Settle()
    {
        World.Cloud.Faults.Clear();
        for (var round = 0; round < 3; round++)
        {
            World.SweepNow();
            World.RunUntilQuiet(Horizon);
            Await(_operator.DecideAsync());
        }

        World.RunUntilQuiet(Horizon);
        SweepSecrets();
        SweepSecrets();
        World.SweepImagesNow();
    }

    /// <summary>What must hold at rest, whatever was done.</summary>
    public void Check() => Await(EndChecks.CheckAsync(World, [Order]));

    /// <summary>An accepted operation as it is now.</summary>
    public Operation Find(OperationId id) => Await(World.Observer.Get<OperationStore>().FindAsync(id, CancellationToken.None))!;

    /// <summary>How often an operation of the provider had its effect since a call.</summary>
    public int Effects(string operation, long since) => World.Cloud.Requests.Count(call => call.Sequence > since && call.OperationId == operation && HadEffect(call));

    public void Dispose() => World.Dispose();

    private static bool HadEffect(RequestRecord call) => call.Fault switch
    {
        Misbehaviour.TimeoutAfterEffect or Misbehaviour.ServerErrorAfterEffect or Misbehaviour.ResetAfterEffect or Misbehaviour.UnreadableSuccess
            or Misbehaviour.TimeoutThenLateEffect => true,
        _ => call is { Delivery: CloudDelivery.Answer, Status: >= 200 and < 300 },
    };

    private void Try(Func<SimNode, Task<Result<Operation>>> wish) => Run(async () =>
    {
        var answer = await wish(World.Node!);
        _last = answer.Problem is null ? answer.Value.Id : null;
    });

    private T Await<T>(Task<T> task)
    {
        World.RunUntil(task);
        return task.GetAwaiter().GetResult();
    }

    private void Await(Task task)
    {
        World.RunUntil(task);
        task.GetAwaiter().GetResult();
    }
}
