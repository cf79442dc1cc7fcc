using Kontor.Engine.Common;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A change of plan is a person's work: the offer is sealed, the inbox says what to order, the machine says when it was done.</summary>
public sealed class PlanChangeTests : IDisposable
{
    private static int _keys;
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_offers_are_the_larger_plans_of_the_family_with_what_they_cost_more()
    {
        var machine = (await RunningAsync()).Id;

        var shown = (await _engine.Get<OffersHandler>().HandleAsync(machine, Shop.Actor, Cancel)).Value;

        Assert.Equal("V153", shown.Current);
        Assert.Equal(["V154", "V155", "V156", "V157", "V158"], shown.Offers.Select(offer => offer.Plan));
        Assert.All(shown.Offers, offer => Assert.True(offer is { Difference: > 0, LiveMigration: true, Currency: "EUR", OfferId: not null }));
    }

    [Fact]
    public async Task It_waits_with_a_task_that_says_what_to_order_until_the_machine_has_the_plan()
    {
        var machine = await RunningAsync();
        var waiting = (await TryAsync(machine.Id, "V154")).Value;
        var task = Assert.Single(await TasksAsync(), one => one.Status == "open");
        _engine.Pass(TimeSpan.FromMinutes(2));

        _engine.Cloud.Panel.ChangeProduct(machine.ProviderId.Value, "V154");
        await _engine.SweepAsync();
        _engine.Work();

        var done = await _engine.OperationAsync(waiting.Id);
        Assert.Equal(("needs_attention", "compute.plan_change_by_hand"), (waiting.Status, waiting.ProblemCode));
        Assert.Contains("from V153 to V154", task.Title, StringComparison.Ordinal);
        Assert.Equal(("succeeded", "done"), (done.State, (await TasksAsync()).Single().Status));
        Assert.DoesNotContain(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.WrongPlan);
        Assert.Contains(await _engine.AllAsync<LineItem>(), item => item is { Origin: LineItem.Option, OriginId: "V154" });
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_plan_that_was_changed_past_Kontor_is_a_finding_that_a_change_asked_for_afterwards_ends()
    {
        var machine = await RunningAsync();
        _engine.Cloud.Panel.ChangeProduct(machine.ProviderId.Value, "V155");
        await _engine.SweepAsync();
        Assert.Contains(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.WrongPlan);

        Assert.Equal("compute.plan_current", (await TryAsync(machine.Id, "V155")).Problem?.Code);
        Assert.Equal("compute.plan_downgrade", (await TryAsync(machine.Id, "V154")).Problem?.Code);
    }

    [Theory]
    [InlineData("V153", "compute.plan_current")]
    [InlineData("V93", "compute.plan_other_family")]
    [InlineData("V159", "compute.plan_other_family")]
    [InlineData("V999", "compute.plan_not_offered")]
    public async Task What_is_not_offered_is_refused_with_the_reason(string plan, string code)
    {
        var machine = await RunningAsync();

        var refused = (await TryAsync(machine.Id, plan)).Problem;

        Assert.Equal((code, "plan"), (refused?.Code, refused?.Field));
        Assert.Empty(await TasksAsync());
    }

    [Fact]
    public async Task An_offer_is_chosen_by_its_number_and_an_absent_one_is_gone()
    {
        var machine = (await RunningAsync()).Id;
        var offer = (await _engine.Get<OffersHandler>().HandleAsync(machine, Shop.Actor, Cancel)).Value.Offers[0];

        Assert.Equal("compute.offer_gone", (await TryAsync(machine, null, 1)).Problem?.Code);
        Assert.Equal("compute.invalid_field", (await TryAsync(machine, "V154", offer.OfferId)).Problem?.Code);
        Assert.Equal("compute.invalid_field", (await TryAsync(machine, null)).Problem?.Code);
        Assert.Null((await TryAsync(machine, null, offer.OfferId)).Problem);
    }

    [Fact]
    public async Task Given_up_it_fails_its_task_ends_and_another_may_be_asked_for()
    {
        var machine = (await RunningAsync()).Id;
        var waiting = (await TryAsync(machine, "V154")).Value;
        Assert.Equal("compute.plan_change_open", (await TryAsync(machine, "V155")).Problem?.Code);

        var given = await _engine.GiveUpAsync(waiting.Id);

        Assert.Equal(("failed", "compute.plan_change_given_up", "done"), (given.State, given.ProblemCode, (await TasksAsync()).Single().Status));
        Assert.Null((await TryAsync(machine, "V155")).Problem);
    }

    [Fact]
    public async Task A_terminate_ends_the_wait_and_the_task_and_nothing_larger_is_asked_for_afterwards()
    {
        var accepted = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(accepted.Subject.Id)).Id;
        var waiting = (await TryAsync(machine, "V154")).Value;

        await _engine.TerminateAsync(accepted.Subject);
        await _engine.SweepAsync();
        _engine.Work();

        var ended = await _engine.OperationAsync(waiting.Id);
        Assert.Equal(("failed", "compute.terminating", "done"), (ended.State, ended.ProblemCode, (await TasksAsync()).Single().Status));
        Assert.Equal("compute.terminating", (await TryAsync(machine, "V155")).Problem?.Code);
    }

    [Fact]
    public async Task What_is_suspended_keeps_its_plan()
    {
        var accepted = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(accepted.Subject.Id)).Id;
        await _engine.SuspendAsync(accepted.Subject, suspended: true);

        Assert.Equal("compute.suspended", (await TryAsync(machine, "V154")).Problem?.Code);
    }

    [Fact]
    public async Task Resumed_it_looks_again_and_there_is_still_one_task()
    {
        var machine = (await RunningAsync()).Id;
        var waiting = (await TryAsync(machine, "V154")).Value;

        var resumed = await _engine.ResumeAsync(waiting.Id);

        Assert.Equal(("needs_attention", "compute.plan_change_by_hand"), (resumed.Status, resumed.ProblemCode));
        Assert.Single(await _engine.AllAsync<TaskRow>());
    }

    [Fact]
    public async Task A_customer_changes_no_plan_whatever_key_it_knows()
    {
        var machine = (await RunningAsync()).Id;
        await TryAsync(machine, "V154", key: "key");

        var refused = await _engine.Get<RequestPlanChangeHandler>().HandleAsync(
            new RequestPlanChange(machine, null, "V154"), "key", Shop.Actor with { Client = "7" }, Cancel);

        Assert.Equal("tenancy.right_not_of_role", refused.Problem?.Code);
    }

    [Theory]
    [InlineData("plan_change.accept/before")]
    [InlineData("plan_change.accept/committed")]
    [InlineData("plan_change.looked/before")]
    [InlineData("plan_change.looked/committed")]
    public async Task A_process_that_dies_on_the_way_leaves_one_wish_with_one_task(string place)
    {
        var machine = await RunningAsync();
        _engine.Start(new KilledAt(place));
        await Record.ExceptionAsync(() => TryAsync(machine.Id, "V154", key: "key"));
        _engine.Cloud.Panel.ChangeProduct(machine.ProviderId.Value, "V154");
        Record.Exception(() => _engine.Pass(TimeSpan.FromDays(4), TimeSpan.FromHours(1)));
        _engine.Start();

        await TryAsync(machine.Id, "V154", key: "key");
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromDays(4), TimeSpan.FromHours(1));

        var changes = (await _engine.AllAsync<Operation>()).Where(one => one.Type == PlanChangeFlow.TypeName).ToList();
        Assert.True(changes.Count <= 1 && changes.TrueForAll(one => one.State == "succeeded"));
        Assert.Equal(changes.Count, (await TasksAsync()).Count(task => task.Status == "done"));
    }

    [Fact]
    public async Task It_does_not_keep_the_machine_from_being_restarted()
    {
        var machine = (await RunningAsync()).Id;
        var waiting = (await TryAsync(machine, "V154")).Value;

        Assert.Equal("succeeded", (await _engine.PowerAsync(machine, Engine.Compute.Power.PowerAction.Restart)).State);
        Assert.Equal("waiting", (await _engine.OperationAsync(waiting.Id)).State);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_operation()
    {
        var machine = (await RunningAsync()).Id;

        var first = (await TryAsync(machine, "V154", key: "key")).Value;

        Assert.Equal(first.Id, (await TryAsync(machine, "V154", key: "key")).Value.Id);
        Assert.Equal("purchasing.idempotency_key_reused", (await TryAsync(machine, "V155", key: "key")).Problem?.Code);
    }

    [Fact]
    public async Task Another_sources_machine_is_not_there_and_offers_that_cannot_be_read_are_said_to_be_so()
    {
        var machine = (await RunningAsync()).Id;
        var other = new Actor(ActorKind.ApiKey, "other-key", "other");

        Assert.Equal("compute.instance_not_found", (await _engine.Get<OffersHandler>().HandleAsync(machine, other, Cancel)).Problem?.Code);
        Assert.Equal("compute.instance_not_found", (await _engine.Get<RequestPlanChangeHandler>().HandleAsync(new RequestPlanChange(machine, null, "V154"), "key", other, Cancel)).Problem?.Code);
        var number = (await _engine.AllAsync<Resource>()).Single().ProviderId.Value;
        _engine.Wire.AnswerReadsOf($"/v1/compute/instances/{number}/products/available", "{\"data\": 7}");
        Assert.Equal("compute.offers_unreadable", (await _engine.Get<OffersHandler>().HandleAsync(machine, Shop.Actor, Cancel)).Problem?.Code);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Result<Operation>> TryAsync(ResourceId machine, string? plan, long? offer = null, string? key = null) =>
        _engine.Get<RequestPlanChangeHandler>().HandleAsync(
            new RequestPlanChange(machine, offer, plan), key ?? $"plan-{Interlocked.Increment(ref _keys)}", Shop.Actor, Cancel);

    private async Task<List<TaskRow>> TasksAsync() => [.. (await _engine.AllAsync<TaskRow>()).Where(task => task.Kind == "plan_change")];

    private async Task<Resource> RunningAsync() => await _engine.ResourceAsync((await _engine.BuyAsync(Shop.Order)).Subject.Id);
}
