using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Start, stop, restart, shutdown: one wish at a time, sent once, judged by the machine's status.</summary>
public sealed class PowerTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_stopped_machine_is_stopped_and_a_started_one_runs()
    {
        var machine = await RunningAsync();

        var stop = await _engine.PowerAsync(machine, PowerAction.Stop);
        var stopped = await StatusAsync(machine);
        var start = await _engine.PowerAsync(machine, PowerAction.Start);

        Assert.Equal(("succeeded", "stopped"), (stop.State, stopped));
        Assert.Equal(("succeeded", "running"), (start.State, await StatusAsync(machine)));
        Assert.Equal((1, 1), (_engine.Calls("stop"), _engine.Calls("start")));
    }

    [Fact]
    public async Task A_restart_is_sent_once_and_the_machine_runs()
    {
        var machine = await RunningAsync();

        var restart = await _engine.PowerAsync(machine, PowerAction.Restart);

        Assert.Equal(("succeeded", "running", 1), (restart.State, await StatusAsync(machine), _engine.Calls("restart")));
    }

    [Fact]
    public async Task A_machine_that_already_runs_is_not_started()
    {
        var machine = await RunningAsync();

        Assert.Equal("succeeded", (await _engine.PowerAsync(machine, PowerAction.Start)).State);

        Assert.Equal(0, _engine.Calls("start"));
    }

    [Fact]
    public async Task A_machine_whose_system_obeys_is_shut_down_and_not_stopped()
    {
        var machine = await RunningAsync();

        Assert.Equal("succeeded", (await _engine.PowerAsync(machine, PowerAction.Shutdown)).State);

        Assert.Equal(("stopped", 1, 0), (await StatusAsync(machine), _engine.Calls("shutdown"), _engine.Calls("stop")));
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_operation()
    {
        var machine = await RunningAsync();
        var first = (await _engine.TryPowerAsync(machine, PowerAction.Stop, "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        var again = (await _engine.TryPowerAsync(machine, PowerAction.Stop, "key")).Value;
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((first.Id, 1), (again.Id, _engine.Calls("stop")));
    }

    [Fact]
    public async Task A_key_of_one_wish_does_not_serve_another()
    {
        var machine = await RunningAsync();
        await _engine.TryPowerAsync(machine, PowerAction.Stop, "key");

        Assert.Equal("purchasing.idempotency_key_reused", (await _engine.TryPowerAsync(machine, PowerAction.Start, "key")).Problem?.Code);
    }

    [Fact]
    public async Task A_second_wish_waits_until_the_first_is_over()
    {
        var machine = await RunningAsync();
        var first = (await _engine.TryPowerAsync(machine, PowerAction.Stop)).Value;

        var refused = (await _engine.TryPowerAsync(machine, PowerAction.Restart)).Problem;
        await _engine.RunUntilAtRestAsync(first.Id);

        Assert.Equal("compute.instance_busy", refused?.Code);
        Assert.Contains(first.Id.Value, refused!.Detail, StringComparison.Ordinal);
        Assert.Null((await _engine.TryPowerAsync(machine, PowerAction.Start)).Problem);
    }

    [Fact]
    public async Task A_machine_that_is_being_made_takes_no_wish()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();
        var machine = (await _engine.ResourceAsync(order.Subject.Id)).Id;

        Assert.Equal("compute.instance_busy", (await _engine.TryPowerAsync(machine, PowerAction.Stop)).Problem?.Code);
    }

    [Fact]
    public async Task A_terminated_machine_takes_no_wish_and_an_unsent_one_is_dropped()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(order.Subject.Id)).Id;
        var unsent = (await _engine.TryPowerAsync(machine, PowerAction.Stop)).Value;
        await _engine.EndAsync(order.Subject);

        Assert.Equal(("failed", "compute.terminating"), ((await _engine.OperationAsync(unsent.Id)).State, (await _engine.OperationAsync(unsent.Id)).ProblemCode));
        Assert.Equal("compute.terminating", (await _engine.TryPowerAsync(machine, PowerAction.Start)).Problem?.Code);
        Assert.Empty(await _engine.IntentsAsync(unsent.Id));
        Assert.Equal(1, _engine.Calls("stop"));
    }

    [Fact]
    public async Task A_stop_whose_answer_was_lost_after_it_was_done_is_not_sent_again()
    {
        var machine = await RunningAsync();
        Fault(Misbehaviour.TimeoutAfterEffect, "stop");

        Assert.Equal("succeeded", (await _engine.PowerAsync(machine, PowerAction.Stop)).State);

        Assert.Equal(1, _engine.Calls("stop"));
    }

    [Fact]
    public async Task A_stop_that_never_arrived_is_sent_again_as_the_next_attempt()
    {
        var machine = await RunningAsync();
        Fault(Misbehaviour.TimeoutBeforeEffect, "stop");

        var stop = await _engine.PowerAsync(machine, PowerAction.Stop);

        Assert.Equal(("succeeded", "stopped"), (stop.State, await StatusAsync(machine)));
        Assert.Equal(2, (await _engine.IntentsAsync(stop.Id)).Select(intent => intent.RequestId).Distinct().Count());
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, "succeeded", null)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "failed", "compute.restart_unknown")]
    public async Task A_restart_whose_answer_was_lost_is_looked_up_and_never_sent_twice(Misbehaviour misbehaviour, string state, string? problem)
    {
        var machine = await RunningAsync();
        Fault(misbehaviour, "restart");

        var restart = await _engine.PowerAsync(machine, PowerAction.Restart);

        Assert.Equal((state, problem), (restart.State, restart.ProblemCode));
        Assert.Equal(1, _engine.Calls("restart"));
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_providers_words()
    {
        var machine = await RunningAsync();
        Fault(Misbehaviour.TooManyRequests, "stop");

        var stop = await _engine.PowerAsync(machine, PowerAction.Stop);

        Assert.Equal(("failed", "compute.provider_refused", 1), (stop.State, stop.ProblemCode, _engine.Calls("stop")));
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_provider_cannot_be_asked()
    {
        var machine = await RunningAsync();
        Fault(Misbehaviour.ServerErrorBeforeEffect, "retrieveInstance", 10_000);

        var stop = await _engine.PowerAsync(machine, PowerAction.Stop);

        Assert.Equal(("failed", "compute.not_in_time", 0), (stop.State, stop.ProblemCode, _engine.Calls("stop")));
    }

    [Fact]
    public async Task Another_sources_machine_is_not_there()
    {
        var machine = await RunningAsync();

        var result = await _engine.Get<ChangeInstanceHandler>().HandleAsync(
            new ChangeInstance(machine, "stop", "other"), "key", Shop.Actor, TestContext.Current.CancellationToken);

        Assert.Equal("compute.instance_not_found", result.Problem?.Code);
        Assert.Equal(0, _engine.Calls("stop"));
    }

    [Fact]
    public async Task Each_wish_is_in_the_audit_trail_with_who_wished()
    {
        var machine = await RunningAsync();
        await _engine.PowerAsync(machine, PowerAction.Stop);

        var row = Assert.Single(await _engine.AuditAsync("power.accepted"));

        Assert.Contains("shop-key", row.Actor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("power.intent/committed")]
    [InlineData("power.call/not_sent")]
    [InlineData("power.call/answered")]
    [InlineData("power.sent/before")]
    [InlineData("power.looked/committed")]
    public async Task A_process_that_dies_on_the_way_leaves_a_wish_that_the_next_one_ends(string place)
    {
        var machine = await RunningAsync();
        _engine.Start(new KilledAt(place));
        var stop = (await _engine.TryPowerAsync(machine, PowerAction.Stop)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(stop.Id)).State);
        Assert.Equal("stopped", await StatusAsync(machine));
    }

    private void Fault(Misbehaviour misbehaviour, string operation, int count = 1) =>
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = operation, Count = count });

    private async Task<ResourceId> RunningAsync() => (await _engine.ResourceAsync((await _engine.BuyAsync(Shop.Order)).Subject.Id)).Id;

    /// <summary>What the provider itself says, not our mirror.</summary>
    private async Task<string> StatusAsync(ResourceId machine)
    {
        var resource = (await _engine.AllAsync<Resource>()).Single(row => row.Id == machine);
        return _engine.Cloud.FindInstance(resource.ProviderId.Value)!.Status;
    }
}
