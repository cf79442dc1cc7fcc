using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What a terminate means at once, and the day that it may name.</summary>
public sealed class EndTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_terminated_machine_is_stopped_at_once_and_says_so()
    {
        var subject = await SoldAsync();

        await _engine.EndAsync(subject);
        _engine.Pass(TimeSpan.FromMinutes(1));
        var shown = await ShownAsync(subject);

        Assert.Equal(("stopped", 1), (Status, _engine.Calls("stop")));
        Assert.Equal((LockReason.Terminated, _engine.Clock.GetUtcNow().AddDays(7).Date), (shown.Locked, shown.WipeAt!.Value.Date));
        Assert.Single(await _engine.AuditAsync("subject.locked"));
    }

    [Fact]
    public async Task What_was_locked_is_an_event_of_its_own()
    {
        var subject = await SoldAsync();

        await _engine.EndAsync(subject);

        var locked = Assert.Single(await _engine.AllAsync<OutboxRow>(), row => row.Type == "SubjectLocked");
        Assert.Equal(subject.Id.Value, locked.SubjectId);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("rescue")]
    public async Task A_terminated_machine_that_somebody_started_in_the_panel_is_stopped_again_at_the_next_look(string status)
    {
        var subject = await SoldAsync();
        await _engine.EndAsync(subject);
        _engine.Pass(TimeSpan.FromMinutes(1));
        _engine.Cloud.Panel.SetStatus(Machine, status);

        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("stopped", 2), (Status, _engine.Calls("stop")));
        Assert.Single(await _engine.AuditAsync("suspend.stopped_again"));
    }

    [Fact]
    public async Task A_machine_that_is_still_being_made_is_stopped_once_it_runs()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();

        await _engine.EndAsync(order.Subject);
        _engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(("stopped", 1), (Status, _engine.Calls("stop")));
    }

    [Fact]
    public async Task A_machine_that_was_not_yet_known_when_it_was_terminated_is_stopped_too()
    {
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TimeoutAfterEffect, Operation = "createInstance" });
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();
        Assert.Empty(await _engine.AllAsync<Resource>());

        await _engine.EndAsync(order.Subject);
        _engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal("stopped", Status);
    }

    [Fact]
    public async Task The_end_of_a_suspension_does_not_start_what_is_terminated()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        await _engine.EndAsync(subject);

        var back = await _engine.SuspendAsync(subject, suspended: false);
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("succeeded", "stopped", 0), (back.State, Status, _engine.Calls("start")));
    }

    [Fact]
    public async Task An_unsuspend_that_was_not_sent_yet_is_dropped_by_a_terminate()
    {
        var subject = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        var back = (await _engine.TrySuspendAsync(subject, suspended: false)).Value;

        await _engine.EndAsync(subject);
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(("failed", "compute.terminating"), ((await _engine.OperationAsync(back.Id)).State, (await _engine.OperationAsync(back.Id)).ProblemCode));
        Assert.Equal(("stopped", 0), (Status, _engine.Calls("start")));
    }

    [Fact]
    public async Task What_is_only_to_end_runs_on_and_its_customer_uses_it()
    {
        var subject = await SoldAsync();
        await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { Stop = false })).Value.Id);

        var restart = await _engine.PowerAsync((await _engine.ResourceAsync(subject.Id)).Id, PowerAction.Restart);
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromDays(9), TimeSpan.FromHours(12));
        await _engine.SweepAsync();

        Assert.Equal(("succeeded", "running", 0), (restart.State, Status, _engine.Calls("stop")));
        Assert.Equal((null, null), ((await ShownAsync(subject)).Locked, (await ShownAsync(subject)).WipeAt));
        Assert.Equal(0, _engine.Calls("reinstallInstance"));
    }

    [Fact]
    public async Task What_was_only_to_end_is_stopped_when_that_is_wished_later()
    {
        var subject = await SoldAsync();
        var first = await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { Stop = false })).Value.Id);
        _engine.Pass(TimeSpan.FromDays(1), TimeSpan.FromHours(12));

        var later = (await TryAsync(subject, new())).Value;
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((first.Id, "stopped", 1), (later.Id, Status, _engine.Calls("cancelInstance")));
        Assert.Equal(_engine.Clock.GetUtcNow().AddDays(7).Date, (await ShownAsync(subject)).WipeAt!.Value.Date);
    }

    [Fact]
    public async Task A_day_after_the_paid_term_is_kept_by_the_provider()
    {
        var subject = await SoldAsync();

        var end = await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { On = new(2027, 3, 31) })).Value.Id);

        Assert.Equal(new DateOnly(2027, 3, 31), (await _engine.ContractAsync(end.ResourceId!.Value)).CancelDate);
        Assert.Equal("Terminated: paid until 2027-03-31, then it ends.", (await StepsAsync(end))[^1]);
    }

    [Fact]
    public async Task A_day_before_the_end_of_the_paid_term_is_moved_there_and_the_operation_says_so()
    {
        var subject = await SoldAsync();

        var end = await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { On = new(2026, 11, 20) })).Value.Id);

        Assert.Equal(new DateOnly(2026, 12, 2), (await _engine.ContractAsync(end.ResourceId!.Value)).CancelDate);
        Assert.Equal(
            "Terminated: paid until 2026-12-02, then it ends. 2026-11-20 was wished for; Contabo set its own day.", (await StepsAsync(end))[^1]);
    }

    [Fact]
    public async Task Every_attempt_says_the_same_day()
    {
        var subject = await SoldAsync();
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "cancelInstance", Count = 2 });

        var end = await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { On = new(2027, 3, 31) })).Value.Id);

        var bodies = (await _engine.IntentsAsync(end.Id)).ConvertAll(intent => System.Text.Encoding.UTF8.GetString(intent.Body));
        Assert.Equal(3, bodies.Count);
        Assert.Contains("2027-03-31", Assert.Single(bodies.Distinct()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-11-02", false)]
    [InlineData("2031-11-02", false)]
    [InlineData("2031-11-03", true)]
    public async Task A_day_that_has_passed_or_is_too_far_away_is_refused(string day, bool refused)
    {
        var subject = await SoldAsync();

        var problem = (await TryAsync(subject, new() { On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) })).Problem;

        Assert.Equal(refused ? ("compute.invalid_field", "on") : (null, null), (problem?.Code, problem?.Field));
    }

    [Fact]
    public async Task The_same_wish_whose_day_has_passed_meanwhile_is_still_the_same_operation()
    {
        var subject = await SoldAsync();
        var first = await _engine.RunUntilAtRestAsync((await TryAsync(subject, new() { On = new(2026, 11, 20) })).Value.Id);
        _engine.Clock.Advance(TimeSpan.FromDays(25));

        Assert.Equal(first.Id, (await TryAsync(subject, new() { On = new(2026, 11, 20) })).Value.Id);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(366, true)]
    [InlineData(1, false)]
    public async Task A_retention_that_cannot_be_meant_is_refused(int days, bool stop)
    {
        var subject = await SoldAsync();

        var problem = (await TryAsync(subject, new() { RetentionDays = days, Stop = stop })).Problem;

        Assert.Equal(("compute.invalid_field", "retentionDays"), (problem?.Code, problem?.Field));
        Assert.Empty(await _engine.AllAsync<Termination>());
    }

    [Theory]
    [InlineData("terminate.accept/before", false)]
    [InlineData("terminate.accept/uncommitted", false)]
    [InlineData("terminate.accept/committed", true)]
    public async Task A_process_that_dies_while_it_locks_has_done_all_of_it_or_nothing(string place, bool all)
    {
        var subject = await SoldAsync();
        _engine.Start(new KilledAt(place));
        await Assert.ThrowsAnyAsync<Exception>(() => TryAsync(subject, new()));
        _engine.Start();

        var rows = (await _engine.AllAsync<Operation>()).Count(row => row.Type is "instance.terminate" or "instance.terminate_stop");
        Assert.Equal(all ? (2, 1) : (0, 0), (rows, (await _engine.AllAsync<Termination>()).Count));
        _engine.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(all ? "stopped" : "running", Status);
    }

    private long Machine => _engine.Cloud.Instances.Single().InstanceId;

    private string Status => _engine.Cloud.Instances.Single().Status;

    private Task<Result<Operation>> TryAsync(Subject subject, Wished wish) => _engine.Get<TerminateSubjectHandler>().HandleAsync(
        new TerminateSubject(subject.Id, 1, subject.Fingerprint, "shop") { On = wish.On, Stop = wish.Stop, RetentionDays = wish.RetentionDays },
        Shop.NewKey(),
        Shop.Actor,
        TestContext.Current.CancellationToken);

    private async Task<ShownInstance> ShownAsync(Subject subject) =>
        (await _engine.Get<ShowInstancesHandler>().ListAsync(Shop.Actor, subject.Id, null, 1, TestContext.Current.CancellationToken)).Single();

    private async Task<List<string>> StepsAsync(Operation operation) =>
        (await _engine.Get<OperationStore>().StepsAsync(operation.Id, TestContext.Current.CancellationToken)).ConvertAll(step => step.Text);

    private async Task<Subject> SoldAsync() => (await _engine.BuyAsync(Shop.Order)).Subject;

    private sealed record Wished
    {
        public DateOnly? On { get; init; }

        public bool Stop { get; init; } = true;

        public int? RetentionDays { get; init; }
    }
}
