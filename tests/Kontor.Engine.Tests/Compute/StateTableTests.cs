using CsCheck;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The state tables of a purchase, of its end, and of every change to a machine.</summary>
public sealed class StateTableTests
{
    private static readonly CreateInstanceState[] FinalOfCreate =
        [CreateInstanceState.Succeeded, CreateInstanceState.Failed, CreateInstanceState.Cancelled];

    private static readonly TerminateInstanceState[] FinalOfTerminate = [TerminateInstanceState.Succeeded, TerminateInstanceState.Failed];

    private static readonly ChangeState[] FinalOfChange = [ChangeState.Succeeded, ChangeState.Failed];

    [Fact]
    public void Nothing_leaves_the_final_state_of_a_purchase() =>
        NothingLeaves(CreateInstanceStates.Table, FinalOfCreate);

    [Fact]
    public void Nothing_leaves_the_final_state_of_a_terminate() =>
        NothingLeaves(TerminateInstanceStates.Table, FinalOfTerminate);

    [Fact]
    public void Nothing_leaves_the_final_state_of_a_change() =>
        NothingLeaves(ChangeStates.Table, FinalOfChange);

    [Fact]
    public void Only_final_states_look_final_and_only_a_refused_order_can_be_sent_again()
    {
        AssertLooks(CreateInstanceStates.Table, FinalOfCreate, except: CreateInstanceState.Refused);
        AssertLooks(TerminateInstanceStates.Table, FinalOfTerminate, except: null);
        AssertLooks(ChangeStates.Table, FinalOfChange, except: null);
    }

    [Fact]
    public void What_is_not_in_the_table_of_a_purchase_throws() => AbsentPairsThrow(CreateInstanceStates.Table);

    [Fact]
    public void What_is_not_in_the_table_of_a_terminate_throws() => AbsentPairsThrow(TerminateInstanceStates.Table);

    [Fact]
    public void What_is_not_in_the_table_of_a_change_throws() => AbsentPairsThrow(ChangeStates.Table);

    [Fact]
    public void Every_state_has_a_status_and_a_name_of_its_own()
    {
        AssertNamed(CreateInstanceStates.Table);
        AssertNamed(TerminateInstanceStates.Table);
        AssertNamed(ChangeStates.Table);
    }

    [Fact]
    public void Every_state_can_be_reached_and_can_end()
    {
        AssertConnected(CreateInstanceStates.Table, CreateInstanceState.Accepted);
        AssertConnected(TerminateInstanceStates.Table, TerminateInstanceState.Accepted);
        AssertConnected(ChangeStates.Table, ChangeState.Accepted);
    }

    [Fact]
    public void What_waits_for_a_person_can_be_resumed_and_given_up()
    {
        AssertDecidable(CreateInstanceStates.Table, CreateInstanceTrigger.Resumed, CreateInstanceTrigger.GivenUp);
        AssertDecidable(TerminateInstanceStates.Table, TerminateInstanceTrigger.Resumed, TerminateInstanceTrigger.GivenUp);
        AssertDecidable(ChangeStates.Table, ChangeTrigger.Resumed, ChangeTrigger.GivenUp);
    }

    [Fact]
    public void Only_an_order_that_was_never_sent_or_definitely_refused_comes_to_be_sent()
    {
        var leading = Pairs(CreateInstanceStates.Table)
            .Where(pair => CreateInstanceStates.Table.Next(pair.State, pair.Trigger) == CreateInstanceState.Accepted);

        Assert.Equal(
            [(CreateInstanceState.Blocked, CreateInstanceTrigger.Resumed), (CreateInstanceState.Refused, CreateInstanceTrigger.Resent)],
            leading.Order());
    }

    private static void NothingLeaves<TState, TTrigger>(FlowTable<TState, TTrigger> table, TState[] final)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        Gen.Select(Gen.Enum<TState>().Where(final.Contains), Gen.Enum<TTrigger>()).Sample((state, trigger) =>
            Assert.Throws<InvalidOperationException>(() => table.Next(state, trigger)));

    private static void AbsentPairsThrow<TState, TTrigger>(FlowTable<TState, TTrigger> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var present = Pairs(table).ToHashSet();
        Gen.Select(Gen.Enum<TState>(), Gen.Enum<TTrigger>()).Where(pair => !present.Contains(pair)).Sample((state, trigger) =>
            Assert.Throws<InvalidOperationException>(() => table.Next(state, trigger)));
    }

    private static void AssertLooks<TState, TTrigger>(FlowTable<TState, TTrigger> table, TState[] final, TState? except)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        Assert.All(Enum.GetValues<TState>(), state =>
        {
            var looksFinal = table.StatusOf(state) is OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Cancelled;
            Assert.Equal(final.Contains(state), table.IsFinal(state));
            Assert.Equal(table.IsFinal(state) || state.Equals(except), looksFinal);
        });

    private static void AssertNamed<TState, TTrigger>(FlowTable<TState, TTrigger> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        Assert.All(Enum.GetValues<TState>(), state => Assert.True(Enum.IsDefined(table.StatusOf(state))));
        Assert.All(Enum.GetValues<TState>(), state => Assert.Equal(state, table.Parse(table.NameOf(state))));
    }

    private static void AssertDecidable<TState, TTrigger>(FlowTable<TState, TTrigger> table, TTrigger resumed, TTrigger givenUp)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        Assert.All(Enum.GetValues<TState>(), state =>
        {
            var waits = table.StatusOf(state) == OperationStatus.NeedsAttention;
            Assert.Equal((waits, waits), (table.Allows(state, resumed), table.Allows(state, givenUp)));
        });

    private static void AssertConnected<TState, TTrigger>(FlowTable<TState, TTrigger> table, TState first)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        Assert.Equal(Enum.GetValues<TState>(), ReachableFrom(table, first).Order());
        Assert.All(Enum.GetValues<TState>(), state => Assert.Contains(ReachableFrom(table, state), table.IsFinal));
    }

    private static HashSet<TState> ReachableFrom<TState, TTrigger>(FlowTable<TState, TTrigger> table, TState first)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var reached = new HashSet<TState> { first };
        var before = 0;
        while (reached.Count > before)
        {
            before = reached.Count;
            reached.UnionWith([.. Pairs(table).Where(pair => reached.Contains(pair.State)).Select(pair => table.Next(pair.State, pair.Trigger))]);
        }

        return reached;
    }

    private static IEnumerable<(TState State, TTrigger Trigger)> Pairs<TState, TTrigger>(FlowTable<TState, TTrigger> table)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        from state in Enum.GetValues<TState>()
        from trigger in Enum.GetValues<TTrigger>()
        where table.Allows(state, trigger)
        select (state, trigger);
}
