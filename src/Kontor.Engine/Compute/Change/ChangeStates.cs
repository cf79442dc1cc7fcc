using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Change;

/// <summary>Where a change to a machine stands.</summary>
public enum ChangeState
{
    /// <summary>Accepted; it is about to be sent, for the first time or again.</summary>
    Accepted,

    /// <summary>The intent is saved; it may be on its way.</summary>
    Submitting,

    /// <summary>Sent; its effect is being looked for.</summary>
    Verifying,

    /// <summary>It may have cost money and could not be proven either way: a person decides.</summary>
    Parked,

    /// <summary>The machine is as wished.</summary>
    Succeeded,

    /// <summary>It did not come to that; the problem says why, and a new wish may be sent.</summary>
    Failed,
}

/// <summary>What can happen to a change: facts, never wishes.</summary>
public enum ChangeTrigger
{
    AlreadySo,
    Impossible,
    IntentSaved,
    Accepted,
    Refused,
    PutOff,
    AnswerLost,
    EffectSeen,
    NotDone,
    NextNeeded,
    DeadlinePassed,
    Unproven,
    Resumed,
    GivenUp,
}

/// <summary>The state table of every change. Only what may cost money needs a person: whoever wished anything else can look and wish again.</summary>
public static class ChangeStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<ChangeState, ChangeTrigger> Table { get; } = new(
        new()
        {
            [(ChangeState.Accepted, ChangeTrigger.AlreadySo)] = ChangeState.Succeeded,
            [(ChangeState.Accepted, ChangeTrigger.Impossible)] = ChangeState.Failed,
            [(ChangeState.Accepted, ChangeTrigger.DeadlinePassed)] = ChangeState.Failed,
            [(ChangeState.Accepted, ChangeTrigger.IntentSaved)] = ChangeState.Submitting,
            [(ChangeState.Submitting, ChangeTrigger.Accepted)] = ChangeState.Verifying,
            [(ChangeState.Submitting, ChangeTrigger.Refused)] = ChangeState.Failed,
            [(ChangeState.Submitting, ChangeTrigger.PutOff)] = ChangeState.Accepted,
            [(ChangeState.Submitting, ChangeTrigger.AnswerLost)] = ChangeState.Verifying,
            [(ChangeState.Verifying, ChangeTrigger.EffectSeen)] = ChangeState.Succeeded,
            [(ChangeState.Verifying, ChangeTrigger.Impossible)] = ChangeState.Failed,
            [(ChangeState.Verifying, ChangeTrigger.NotDone)] = ChangeState.Accepted,
            [(ChangeState.Verifying, ChangeTrigger.NextNeeded)] = ChangeState.Accepted,
            [(ChangeState.Verifying, ChangeTrigger.DeadlinePassed)] = ChangeState.Failed,
            [(ChangeState.Verifying, ChangeTrigger.Unproven)] = ChangeState.Parked,
            [(ChangeState.Parked, ChangeTrigger.EffectSeen)] = ChangeState.Succeeded,
            [(ChangeState.Parked, ChangeTrigger.Impossible)] = ChangeState.Failed,
            [(ChangeState.Parked, ChangeTrigger.Resumed)] = ChangeState.Verifying,
            [(ChangeState.Parked, ChangeTrigger.GivenUp)] = ChangeState.Failed,
        },
        new()
        {
            [ChangeState.Accepted] = OperationStatus.Pending,
            [ChangeState.Submitting] = OperationStatus.Running,
            [ChangeState.Verifying] = OperationStatus.Running,
            [ChangeState.Parked] = OperationStatus.NeedsAttention,
            [ChangeState.Succeeded] = OperationStatus.Succeeded,
            [ChangeState.Failed] = OperationStatus.Failed,
        });
}
