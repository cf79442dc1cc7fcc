using Kontor.Contabo.Simulator.Faults;
using Kontor.FaultSimulation.Campaigns;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Tests;

public sealed class LifeTests
{
    private static readonly Recording Recording = Scenario.RecordAll();
    private static readonly IReadOnlyList<CrashPoint> CrashPoints = Recording.CrashPoints;

    [Fact]
    public void Every_scenario_ends_well_when_nobody_dies() => Assert.Empty(Recording.Failures);

    [Theory]
    [InlineData(3)]
    [InlineData(35)]
    [InlineData(114)]
    public void A_seed_replays_to_the_last_checkpoint_and_the_last_request(long seed)
    {
        using var template = new Template();

        Assert.Equal(TraceOf(template, seed), TraceOf(template, seed));
    }

    [Fact]
    public void A_duplicate_planted_in_the_purchase_log_turns_the_oracle_red()
    {
        using var template = new Template();
        var plan = LifePlan.Of(1, CrashPoints) with { Fault = null, CrashAt = null, Stranger = false };
        using var life = new Life(template, plan);
        life.Run();
        Oracle.Check(life.World, plan.Orders);

        life.World.Cloud.PlantDuplicate(life.World.Cloud.PurchaseLog[0].Sequence);

        var violated = Assert.Throws<InvariantViolated>(() => Oracle.Check(life.World, plan.Orders));
        Assert.Equal("I1", violated.Invariant);
    }

    [Fact]
    public void A_page_is_repeated_where_a_list_has_more_than_one()
    {
        using var template = new Template();
        var fault = new FaultRule { Operation = "*", Misbehaviour = Misbehaviour.DuplicatePage };
        var plan = new LifePlan(1, [new SimOrder(1, ends: true, endsEarly: false), new SimOrder(2, ends: false, endsEarly: false)], null, fault)
        {
            Stranger = true,
            PageSize = LifePlan.SmallPage,
        };
        using var life = new Life(template, plan);

        life.Run();

        Assert.Contains(life.World.Cloud.Faults.Fired, fired => fired is { Misbehaviour: Misbehaviour.DuplicatePage, Count: > 0 });
    }

    [Fact]
    public void A_machine_cancelled_behind_a_staying_customer_turns_the_oracle_red()
    {
        using var template = new Template();
        var plan = new LifePlan(1, [new SimOrder(1, ends: false, endsEarly: false)], null, null);
        using var life = new Life(template, plan);
        life.Run();

        life.World.Cloud.Panel.Cancel(life.World.Cloud.Instances[0].InstanceId);

        var violated = Assert.Throws<InvariantViolated>(() => Oracle.Check(life.World, plan.Orders));
        Assert.Equal("I9", violated.Invariant);
    }

    public static TheoryData<string> PanelActs => [.. Enum.GetNames<PanelAct>()];

    [Theory]
    [MemberData(nameof(PanelActs))]
    public void What_is_done_in_the_panel_is_on_the_time_line_after_one_poll_and_is_never_answered_with_a_purchase_or_an_end(string act)
    {
        using var template = new Template();
        var plan = new LifePlan(1, [new SimOrder(1, ends: true, endsEarly: false), new SimOrder(2, ends: false, endsEarly: false)], null, null)
        {
            Meddle = Enum.Parse<PanelAct>(act),
        };
        using var life = new Life(template, plan);

        life.Run();

        Assert.Equal(2, life.World.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public void A_cancellation_that_failed_often_does_not_hold_the_purchases_of_those_who_come_back()
    {
        using var template = new Template();
        var fault = new FaultRule { Operation = "cancelInstance", Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Count = 5 };
        var plan = new LifePlan(1, [new SimOrder(1, ends: true, endsEarly: false)], null, fault) { ComeBack = true };
        using var life = new Life(template, plan);

        life.Run();

        Assert.Equal(2, life.World.Cloud.PurchaseLog.Count);
    }

    private static string TraceOf(Template template, long seed)
    {
        using var life = new Life(template, LifePlan.Of(seed, CrashPoints));
        life.Run();
        return string.Join('\n', life.Crash.Passed) + string.Join('\n', life.World.Cloud.Requests);
    }
}
