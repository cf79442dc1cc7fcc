using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Power;

/// <summary>Where a start, stop, restart or shutdown stands.</summary>
public enum PowerInstanceState
{
    /// <summary>Accepted; the wish is about to be sent.</summary>
    Accepted,

    /// <summary>The intent is saved; the wish may be on its way.</summary>
    Submitting,

    /// <summary>Sent; the machine's status is being read.</summary>
    Verifying,

    /// <summary>The machine is as wished.</summary>
    Succeeded,

    /// <summary>It did not come to that; the problem says why, and a new wish may be sent.</summary>
    Failed,
}

/// <summary>What can happen to a wish about power: facts, never wishes.</summary>
public enum PowerInstanceTrigger
{
    AlreadySo,
    Impossible,
    IntentSaved,
    Accepted,
    Refused,
    AnswerLost,
    StatusRead,
    NotDone,
    GuestIgnored,
    DeadlinePassed,
}

/// <summary>The state table of a wish about power. It never needs a person: it costs nothing, and whoever wished can wish again.</summary>
public static class PowerInstanceStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<PowerInstanceState, PowerInstanceTrigger> Table { get; } = new(
        new()
        {
            [(PowerInstanceState.Accepted, PowerInstanceTrigger.AlreadySo)] = PowerInstanceState.Succeeded,
            [(PowerInstanceState.Accepted, PowerInstanceTrigger.Impossible)] = PowerInstanceState.Failed,
            [(PowerInstanceState.Accepted, PowerInstanceTrigger.DeadlinePassed)] = PowerInstanceState.Failed,
            [(PowerInstanceState.Accepted, PowerInstanceTrigger.IntentSaved)] = PowerInstanceState.Submitting,
            [(PowerInstanceState.Submitting, PowerInstanceTrigger.Accepted)] = PowerInstanceState.Verifying,
            [(PowerInstanceState.Submitting, PowerInstanceTrigger.Refused)] = PowerInstanceState.Failed,
            [(PowerInstanceState.Submitting, PowerInstanceTrigger.AnswerLost)] = PowerInstanceState.Verifying,
            [(PowerInstanceState.Verifying, PowerInstanceTrigger.StatusRead)] = PowerInstanceState.Succeeded,
            [(PowerInstanceState.Verifying, PowerInstanceTrigger.Impossible)] = PowerInstanceState.Failed,
            [(PowerInstanceState.Verifying, PowerInstanceTrigger.NotDone)] = PowerInstanceState.Accepted,
            [(PowerInstanceState.Verifying, PowerInstanceTrigger.GuestIgnored)] = PowerInstanceState.Accepted,
            [(PowerInstanceState.Verifying, PowerInstanceTrigger.DeadlinePassed)] = PowerInstanceState.Failed,
        },
        new()
        {
            [PowerInstanceState.Accepted] = OperationStatus.Pending,
            [PowerInstanceState.Submitting] = OperationStatus.Running,
            [PowerInstanceState.Verifying] = OperationStatus.Running,
            [PowerInstanceState.Succeeded] = OperationStatus.Succeeded,
            [PowerInstanceState.Failed] = OperationStatus.Failed,
        });
}
