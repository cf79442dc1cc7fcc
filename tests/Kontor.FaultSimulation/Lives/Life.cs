using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>One run from the first order to the end of the last contract, with what the plan has go wrong.</summary>
internal sealed class Life : IDisposable
{
    /// <summary>How far it goes to see whether something still happens.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(6);

    private readonly LifePlan _plan;
    private readonly CrashPlan _crash;
    private readonly SimWorld _world;
    private readonly BillingSystem _billing;
    private readonly Operator _operator;

    public Life(Template template, LifePlan plan)
    {
        _plan = plan;
        _crash = new CrashPlan(plan.CrashAt);
        _world = new SimWorld(template.Database, template.Installation, plan.Seed, plan.PageSize, _crash, world => Oracle.Check(world, plan.Orders));
        _billing = new BillingSystem(() => _world.Node, _world.Time, _world.Random);
        _operator = new Operator(_world);
        if (plan.Stranger)
        {
            _world.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", Stranger.Name);
        }

        if (plan.Fault is { } fault)
        {
            _world.Cloud.Faults.Add(fault);
        }
    }

    /// <summary>Gets the world, for tests that look closer.</summary>
    public SimWorld World => _world;

    /// <summary>Gets the checkpoints passed.</summary>
    public CrashPlan Crash => _crash;

    /// <summary>Lives it.</summary>
    /// <exception cref="InvariantViolated">Something was so that must never be.</exception>
    public void Run()
    {
        Order();
        Resend();
        if (_plan.Meddle is { } what)
        {
            new Meddling(_world, isNoticed: _plan.Fault is null && (_plan.CrashAt is null || _crash.Struck is not null)).Do(what);
        }

        new Usage(_plan, _world, _billing).Run();
        Leave();
        Settle();
        ComeBack();
        Repeat();
        if (_plan.OutlivesRetention)
        {
            EndOfRetention();
        }

        EndOfTerm();
        ClearSecrets();
        _world.SweepImagesNow();
        Wait(EndChecks.CheckAsync(_world, _plan.Orders));
    }

    public void Dispose() => _world.Dispose();

    private void Order()
    {
        foreach (var order in _plan.Orders)
        {
            _world.RunLater(Seconds(60), async () =>
            {
                await _billing.OrderAsync(order);
                await RepeatAsync(order, _world.Random.Next(3));
            });
            if (order.EndsEarly)
            {
                _world.RunLater(TimeSpan.FromSeconds(60) + Seconds(200), () => LeaveAsync(order));
            }
        }

        _world.RunUntilQuiet(Horizon);
    }

    /// <summary>Refused orders are sent again, as a person does from the billing system's queue.</summary>
    private void Resend()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var order in _plan.Orders)
            {
                _world.Run(() => RepeatAsync(order, 1));
            }

            _world.RunUntilQuiet(Horizon);
        }
    }

    /// <summary>Long after the last operation the sweep has had its time, and more than once.</summary>
    private void ClearSecrets()
    {
        _world.Jump(TimeSpan.FromDays(2));
        _world.SweepSecretsNow();
        _world.SweepSecretsNow();
    }

    private void Leave()
    {
        foreach (var order in _plan.Orders.Where(order => order.Ends))
        {
            _world.RunLater(Seconds(30), () => LeaveAsync(order));
        }

        _world.RunUntilQuiet(Horizon);
    }

    /// <summary>The trouble is over, and a person looks after what waits for one.</summary>
    private void Settle()
    {
        _world.Cloud.Faults.Clear();
        for (var round = 0; round < 4; round++)
        {
            _world.RunUntilQuiet(Horizon);
            _world.SweepNow();
            _world.RunUntilQuiet(Horizon);
            Wait(_operator.DecideAsync());
        }

        _world.RunUntilQuiet(Horizon);
    }

    /// <summary>Some who left come back: the next generation of the same service gets a machine of its own.</summary>
    private void ComeBack()
    {
        if (!_plan.ComeBack)
        {
            return;
        }

        foreach (var before in _plan.Orders.Where(order => order.Generation == 1 && order.TerminateSent && IsProven(order)).ToList())
        {
            if (Wait(_billing.OpenGenerationAsync(before)))
            {
                _plan.Orders.Add(new SimOrder(before.Number, ends: before.Number % 2 == 0, endsEarly: false, generation: 2));
            }
        }

        foreach (var order in _plan.Orders.Where(order => order.Generation == 2))
        {
            _world.Run(() => _billing.OrderAsync(order));
        }

        _world.RunUntilQuiet(Horizon);
        foreach (var order in _plan.Orders.Where(order => order.Generation == 2 && order.Ends))
        {
            _world.Run(() => LeaveAsync(order));
        }

        Settle();
    }

    /// <summary>I10: everything that was sent is sent again, and nothing changes.</summary>
    private void Repeat()
    {
        var before = _world.Cloud.PurchaseLog.Count;
        var refused = _plan.Orders.Count(order => StateOf(order) == "refused");
        foreach (var order in _plan.Orders.Where(order => StateOf(order) != "refused"))
        {
            _world.Run(() => RepeatAsync(order, 1));
            _world.Run(() => RepeatTerminateAsync(order));
        }

        _world.RunUntilQuiet(Horizon);
        if (_world.Cloud.PurchaseLog.Count != before)
        {
            throw new InvariantViolated("I10", $"a repeated order bought again ({refused} refused)");
        }
    }

    /// <summary>The machines of those who left are off, even what somebody starts; they are wiped, and off again.</summary>
    private void EndOfRetention()
    {
        var left = _plan.Orders.Where(order => order.Terminate is not null).ToList();
        if (left.Count == 0)
        {
            return;
        }

        if (_plan.Fault is { Operation: "reinstallInstance" } late)
        {
            _world.Cloud.Faults.Add(late);
        }

        _world.Jump(Oracle.Retention + TimeSpan.FromHours(1));
        foreach (var order in left.Where(order => order.Number % 2 == 1))
        {
            StartInThePanel(order);
        }

        for (var sweep = 0; sweep < 4; sweep++)
        {
            _world.SweepNow();
            _world.RunUntilQuiet(Horizon);
        }

        _world.Cloud.Faults.Clear();
        if (left.Find(order => MachineOf(order) is { Status: "running" }) is { } running)
        {
            throw new InvariantViolated("I9", $"{running.Label} was terminated and its machine runs");
        }
    }

    private void StartInThePanel(SimOrder order)
    {
        if (MachineOf(order) is { Status: "stopped" } machine)
        {
            _world.Cloud.Panel.SetStatus(machine.InstanceId, "running");
        }
    }

    private Instance? MachineOf(SimOrder order) =>
        _world.Cloud.Instances.FirstOrDefault(instance => instance.OrderedName.StartsWith(order.Label + " k-", StringComparison.Ordinal));

    private void EndOfTerm()
    {
        if (_plan.Orders.Any(order => order.TerminateSent))
        {
            _world.Jump(TimeSpan.FromDays(33));
        }

        for (var sweep = 0; sweep < 3; sweep++)
        {
            _world.SweepNow();
        }

        foreach (var order in _plan.Orders.Where(order => order.TerminateSent && IsProven(order)))
        {
            if (MachineOf(order) is not null)
            {
                throw new InvariantViolated("I9", $"{order.Label} was terminated and its machine still stands after its term");
            }
        }
    }

    private async Task RepeatAsync(SimOrder order, int times)
    {
        for (var time = 0; time < times; time++)
        {
            if (await _billing.OrderAgainAsync(order) is { } again && again.Operation.Id != order.Acknowledged!.Operation.Id)
            {
                throw new InvariantViolated("I10", $"{order.Label} sent again became another operation");
            }
        }
    }

    private async Task RepeatTerminateAsync(SimOrder order)
    {
        if (order.Terminate is { } terminate && await _billing.TerminateAgainAsync(order) is { } again && again != terminate)
        {
            throw new InvariantViolated("I10", $"the terminate of {order.Label} sent again became another operation");
        }
    }

    private async Task LeaveAsync(SimOrder order)
    {
        if (order.Acknowledged is not null)
        {
            await _billing.TerminateAsync(order);
        }
    }

    private bool IsProven(SimOrder order) => order.Terminate is { } id && Find(id)?.Status == "succeeded";

    private string? StateOf(SimOrder order) => order.Acknowledged is { } accepted ? Find(accepted.Operation.Id)?.State : null;

    private Operation? Find(OperationId id) =>
        Wait(_world.Observer.Get<OperationStore>().FindAsync(id, CancellationToken.None));

    private TimeSpan Seconds(int most) => TimeSpan.FromSeconds(_world.Random.Next(most));

    private void Wait(Task task)
    {
        _world.RunUntil(task);
        task.GetAwaiter().GetResult();
    }

    private T Wait<T>(Task<T> task)
    {
        Wait((Task)task);
        return task.GetAwaiter().GetResult();
    }
}
