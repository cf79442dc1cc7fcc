using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Suspension: a state that is wished, kept until it is taken back, and never swallowed.</summary>
public sealed class SuspensionTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Suspend_unsuspend_suspend_stops_twice()
    {
        var subject = await SoldAsync();

        var first = await _engine.SuspendAsync(subject, suspended: true);
        var back = await _engine.SuspendAsync(subject, suspended: false);
        var again = await _engine.SuspendAsync(subject, suspended: true);

        Assert.Equal(["succeeded", "succeeded", "succeeded"], [first.State, back.State, again.State]);
        Assert.Equal(("stopped", 2, 1), (await StatusAsync(subject), _engine.Calls("stop"), _engine.Calls("start")));
    }

    [Fact]
    public async Task The_same_wish_again_is_the_same_operation()
    {
        var subject = await SoldAsync();
        var first = await _engine.SuspendAsync(subject, suspended: true);

        var again = (await _engine.TrySuspendAsync(subject, suspended: true)).Value;

        Assert.Equal((first.Id, 1), (again.Id, _engine.Calls("stop")));
    }

    [Fact]
    public async Task A_machine_that_was_stopped_before_stays_stopped_afterwards()
    {
        var subject = await SoldAsync();
        await _engine.PowerAsync(await MachineAsync(subject), PowerAction.Stop);
        await _engine.SuspendAsync(subject, suspended: true);

        var back = await _engine.SuspendAsync(subject, suspended: false);

        Assert.Equal(("succeeded", "stopped", 0), (back.State, await StatusAsync(subject), _engine.Calls("start")));
    }

    [Theory]
    [InlineData(PowerAction.Start)]
    [InlineData(PowerAction.Restart)]
    [InlineData(PowerAction.Shutdown)]
    public async Task A_suspended_machine_cannot_be_started_by_its_customer(PowerAction action)
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);

        Assert.Equal("compute.suspended", (await _engine.TryPowerAsync(await MachineAsync(subject), action)).Problem?.Code);

        Assert.Equal(0, _engine.Calls("start"));
    }

    [Fact]
    public async Task A_start_that_was_accepted_before_is_not_sent_any_more()
    {
        var subject = await SoldAsync();
        var machine = await MachineAsync(subject);
        await _engine.PowerAsync(machine, PowerAction.Stop);
        var start = (await _engine.TryPowerAsync(machine, PowerAction.Start)).Value;

        await _engine.TrySuspendAsync(subject, suspended: true);
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("failed", "compute.suspended"), ((await _engine.OperationAsync(start.Id)).State, (await _engine.OperationAsync(start.Id)).ProblemCode));
        Assert.Equal(("stopped", 0), (await StatusAsync(subject), _engine.Calls("start")));
    }

    [Fact]
    public async Task A_suspended_machine_that_somebody_started_in_the_panel_is_stopped_again_at_the_next_look()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        _engine.Cloud.Panel.SetStatus(await ProviderIdAsync(subject), "running");

        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("stopped", 2), (await StatusAsync(subject), _engine.Calls("stop")));
        Assert.Single(await _engine.AuditAsync("suspend.stopped_again"));
    }

    [Fact]
    public async Task A_suspended_machine_that_somebody_put_into_rescue_in_the_panel_is_stopped_again_and_still_back_after_it()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        _engine.Cloud.Panel.SetStatus(await ProviderIdAsync(subject), "rescue");

        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(("stopped", 2), (await StatusAsync(subject), _engine.Calls("stop")));
        Assert.Single(await _engine.AuditAsync("suspend.stopped_again"));

        await _engine.SuspendAsync(subject, suspended: false);
        Assert.Equal("running", await StatusAsync(subject));
    }

    [Fact]
    public async Task What_the_provider_refuses_to_stop_is_not_sent_at_every_look()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        _engine.Cloud.Panel.SetStatus(await ProviderIdAsync(subject), "running");
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests, Operation = "stop", Count = 100 });

        for (var look = 0; look < 5; look++)
        {
            await _engine.SweepAsync();
            _engine.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, _engine.Calls("stop"));
    }

    [Fact]
    public async Task A_wish_that_was_taken_back_before_it_was_sent_is_never_sent()
    {
        var subject = await SoldAsync();
        var suspend = (await _engine.TrySuspendAsync(subject, suspended: true)).Value;
        var back = (await _engine.TrySuspendAsync(subject, suspended: false)).Value;
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("failed", "compute.superseded"), ((await _engine.OperationAsync(suspend.Id)).State, (await _engine.OperationAsync(suspend.Id)).ProblemCode));
        Assert.Equal(("succeeded", "running", 0), ((await _engine.OperationAsync(back.Id)).State, await StatusAsync(subject), _engine.Calls("stop")));
    }

    [Fact]
    public async Task A_machine_that_is_still_being_made_is_stopped_once_it_runs()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();

        var suspend = await _engine.SuspendAsync(order.Subject, suspended: true);

        Assert.Equal(("succeeded", "stopped"), (suspend.State, await StatusAsync(order.Subject)));
    }

    [Fact]
    public async Task Without_a_machine_there_is_nothing_to_suspend_and_without_a_suspension_nothing_to_take_back()
    {
        var order = await _engine.OrderAsync(Shop.Order);

        Assert.Equal("compute.no_machine_yet", (await _engine.TrySuspendAsync(order.Subject, suspended: true)).Problem?.Code);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        Assert.Equal("compute.not_suspended", (await _engine.TrySuspendAsync(order.Subject, suspended: false)).Problem?.Code);
    }

    [Fact]
    public async Task Another_fingerprint_suspends_nothing_and_leaves_a_finding()
    {
        var subject = await SoldAsync();
        var foreign = subject with { SealedFingerprint = Subject.Seal(subject.Fingerprint with { Client = "8" }) };

        Assert.Equal("purchasing.fingerprint_mismatch", (await _engine.TrySuspendAsync(foreign, suspended: true)).Problem?.Code);

        Assert.Single(await _engine.FindingsAsync());
        Assert.Equal(0, _engine.Calls("stop"));
    }

    [Fact]
    public async Task A_reason_has_an_end()
    {
        var subject = await SoldAsync();

        var refused = (await _engine.TrySuspendAsync(subject, suspended: true, reason: new string('x', 201))).Problem;

        Assert.Equal(("compute.invalid_field", "reason"), (refused?.Code, refused?.Field));
    }

    [Fact]
    public async Task A_machine_whose_stop_was_lost_on_the_way_is_stopped_all_the_same()
    {
        var subject = await SoldAsync();
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TimeoutBeforeEffect, Operation = "stop", Count = 2 });

        var suspend = await _engine.SuspendAsync(subject, suspended: true);

        Assert.Equal(("succeeded", "stopped", 3), (suspend.State, await StatusAsync(subject), _engine.Calls("stop")));
    }

    [Fact]
    public async Task A_wish_that_waits_for_its_machine_asks_ever_more_rarely()
    {
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.PendingPayment, Operation = "createInstance" });
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Pass(TimeSpan.FromMinutes(5));
        await _engine.TrySuspendAsync(order.Subject, suspended: true);
        var before = _engine.Calls("retrieveInstance");

        _engine.Pass(TimeSpan.FromHours(6), TimeSpan.FromMinutes(1));

        Assert.InRange(_engine.Calls("retrieveInstance") - before, 1, 40);
    }

    [Theory]
    [InlineData(Misbehaviour.StuckAction)]
    [InlineData(Misbehaviour.TooManyRequests)]
    [InlineData(Misbehaviour.TokenExpiry)]
    public async Task A_stop_that_is_not_done_the_first_time_is_insisted_on(Misbehaviour misbehaviour)
    {
        var subject = await SoldAsync();
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "stop" });

        var suspended = await _engine.SuspendAsync(subject, suspended: true);

        Assert.Equal(("succeeded", 2), (suspended.State, suspended.Attempt));
        Assert.Equal("stopped", await StatusAsync(subject));
    }

    [Fact]
    public async Task A_machine_that_is_not_started_again_the_first_time_is_started_the_next()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests, Operation = "start" });

        Assert.Equal("succeeded", (await _engine.SuspendAsync(subject, suspended: false)).State);
        Assert.Equal("running", await StatusAsync(subject));
    }

    [Fact]
    public async Task What_is_never_done_is_sent_ever_more_rarely_and_fails_after_a_day()
    {
        var subject = await SoldAsync();
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.StuckAction, Operation = "stop", Count = null });
        var suspend = (await _engine.TrySuspendAsync(subject, suspended: true)).Value;

        _engine.Pass(TimeSpan.FromHours(25), TimeSpan.FromMinutes(5));

        var stuck = await _engine.OperationAsync(suspend.Id);
        Assert.Equal(("failed", "compute.not_in_time"), (stuck.State, stuck.ProblemCode));
        Assert.InRange(_engine.Calls("stop"), 4, 8);
    }

    [Fact]
    public async Task A_suspension_that_comes_before_the_machine_runs_again_remembers_that_it_ran()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        await _engine.TrySuspendAsync(subject, suspended: false);
        await _engine.SuspendAsync(subject, suspended: true);

        await _engine.SuspendAsync(subject, suspended: false);

        Assert.Equal("running", await StatusAsync(subject));
    }

    [Fact]
    public async Task A_wish_for_a_machine_that_is_gone_ends_and_says_so()
    {
        var subject = await SoldAsync();
        await _engine.EndAsync(subject);
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.StuckAction, Operation = "stop", Count = 100 });
        var suspend = (await _engine.TrySuspendAsync(subject, suspended: true)).Value;
        _engine.Work();
        _engine.Clock.Advance(TimeSpan.FromDays(33));
        await _engine.SweepAsync();
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("failed", "compute.instance_gone"), ((await _engine.OperationAsync(suspend.Id)).State, (await _engine.OperationAsync(suspend.Id)).ProblemCode));
    }

    private async Task<Subject> SoldAsync() => (await _engine.BuyAsync(Shop.Order)).Subject;

    private async Task<ResourceId> MachineAsync(Subject subject) => (await _engine.ResourceAsync(subject.Id)).Id;

    private async Task<long> ProviderIdAsync(Subject subject) => (await _engine.ResourceAsync(subject.Id)).ProviderId.Value;

    private async Task<string> StatusAsync(Subject subject) => _engine.Cloud.FindInstance(await ProviderIdAsync(subject))!.Status;
}
