using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Unknown is looked up, never repeated; what cannot be proven is for a person.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect)]
    [InlineData(Misbehaviour.ResetAfterEffect)]
    [InlineData(Misbehaviour.UnreadableSuccess)]
    [InlineData(Misbehaviour.TimeoutThenLateEffect)]
    public async Task An_answer_lost_after_acceptance_is_found_by_looking_and_bought_once(Misbehaviour misbehaviour)
    {
        Plan(misbehaviour);
        var order = await _engine.BuyAsync(Shop.Order);

        Assert.Single(_engine.Cloud.PurchaseLog);
        Assert.Equal(1, _engine.Calls("createInstance"));
        Assert.Equal(PurchaseLedger.ByLookup, Assert.Single(await _engine.AllAsync<Purchase>()).Proof);
        Assert.Equal(IntentOutcome.Found, Assert.Single(await _engine.IntentsAsync(order.Operation.Id)).Outcome);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutBeforeEffect)]
    [InlineData(Misbehaviour.ServerErrorBeforeEffect)]
    [InlineData(Misbehaviour.ResetBeforeEffect)]
    public async Task An_order_that_never_arrived_waits_for_a_person_and_is_not_sent_again(Misbehaviour misbehaviour)
    {
        Plan(misbehaviour);
        var order = await _engine.OrderAsync(Shop.Order);
        var parked = await _engine.RunUntilAtRestAsync(order.Operation.Id);
        _engine.Pass(TimeSpan.FromDays(3), step: TimeSpan.FromHours(1));

        Assert.Equal(("parked", "purchasing.absent_after_settling"), (parked.State, parked.ProblemCode));
        Assert.Equal(1, _engine.Calls("createInstance"));
        Assert.Empty(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task Absence_is_believed_only_after_the_settling_time()
    {
        Plan(Misbehaviour.ResetBeforeEffect);
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();
        var intent = Assert.Single(await _engine.IntentsAsync(order.Operation.Id));
        var parked = await _engine.RunUntilAtRestAsync(order.Operation.Id);

        Assert.True(parked.UpdatedAt >= intent.DeadlineAt + new PurchasingOptions().Settling - TimeSpan.FromSeconds(100), $"{parked.UpdatedAt:O}");
    }

    [Fact]
    public async Task A_process_killed_between_intent_and_call_never_buys_again_and_a_new_generation_does()
    {
        _engine.Start(new KilledAt("create.call/not_sent"));
        var order = await _engine.OrderAsync(Shop.Order);
        Assert.Throws<KilledException>(_engine.Work);
        _engine.Start();

        var parked = await _engine.RunUntilAtRestAsync(order.Operation.Id);
        Assert.Equal(("parked", 1, 0), (parked.State, parked.Attempt, _engine.Calls("createInstance")));
        Assert.Equal("failed", (await _engine.GiveUpAsync(order.Operation.Id)).State);
        Assert.Equal(order.Operation.Id, (await _engine.OrderAsync(Shop.Order)).Operation.Id);
        _engine.Pass(TimeSpan.FromMinutes(5));
        Assert.Empty(_engine.Cloud.PurchaseLog);

        await _engine.EndAsync(order.Subject);
        await _engine.OpenGenerationAsync(order.Subject);
        await _engine.BuyAsync(Shop.Order with { Generation = 2 });
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_process_killed_with_the_answer_in_its_hands_finds_the_machine_again()
    {
        _engine.Start(new KilledAt("create.call/answered"));
        var order = await _engine.OrderAsync(Shop.Order);
        Assert.Throws<KilledException>(_engine.Work);
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(order.Operation.Id)).State);
        Assert.Single(_engine.Cloud.PurchaseLog);
        Assert.Equal(1, _engine.Calls("createInstance"));
    }

    [Fact]
    public async Task More_than_one_hit_waits_for_a_person()
    {
        Plan(Misbehaviour.ResetAfterEffect);
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", $"web {order.Order.Marker}");
        var parked = await _engine.RunUntilAtRestAsync(order.Operation.Id);
        _engine.Pass(TimeSpan.FromHours(1), step: TimeSpan.FromMinutes(1));

        Assert.Equal(("parked", "purchasing.several_found"), (parked.State, parked.ProblemCode));
        Assert.Equal(1, _engine.Calls("createInstance"));
    }

    [Fact]
    public async Task A_found_machine_of_another_plan_waits_for_a_person()
    {
        Plan(Misbehaviour.ResetBeforeEffect);
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V154", $"web {order.Order.Marker}");
        var parked = await _engine.RunUntilAtRestAsync(order.Operation.Id);

        Assert.Equal(("parked", "purchasing.found_mismatch"), (parked.State, parked.ProblemCode));
    }

    [Fact]
    public async Task A_resumed_order_is_looked_for_again_and_not_sent_again()
    {
        Plan(Misbehaviour.ResetBeforeEffect);
        var order = await _engine.OrderAsync(Shop.Order);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", $"web {order.Order.Marker}");
        await _engine.ResumeAsync(order.Operation.Id);

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(order.Operation.Id)).State);
        Assert.Equal(1, _engine.Calls("createInstance"));
    }

    [Fact]
    public async Task Three_unknown_outcomes_hold_the_account_until_one_is_given_up()
    {
        Plan(Misbehaviour.ResetBeforeEffect, times: 3);
        var lost = new List<OperationId>();
        foreach (var service in new[] { "1", "2", "3" })
        {
            lost.Add((await _engine.OrderAsync(Shop.OrderFor(service))).Operation.Id);
            _engine.Work();
        }

        var held = await _engine.OrderAsync(Shop.OrderFor("4"));
        _engine.Pass(TimeSpan.FromMinutes(30));
        var waiting = await _engine.OperationAsync(held.Operation.Id);
        Assert.Equal(("accepted", "purchasing.account_held"), (waiting.State, waiting.ProblemCode));
        Assert.Empty(_engine.Cloud.PurchaseLog);

        await _engine.GiveUpAsync(lost[1]);
        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(held.Operation.Id)).State);
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    private void Plan(Misbehaviour misbehaviour, int times = 1) => _engine.Cloud.Faults.Add(
        new FaultRule { Misbehaviour = misbehaviour, Operation = "createInstance", Count = times });
}
