using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Create;

/// <summary>Where a purchase stands.</summary>
public enum CreateInstanceState
{
    /// <summary>Accepted; nothing was sent for this attempt.</summary>
    Accepted,

    /// <summary>The account could not be asked for so long that a person must look.</summary>
    Blocked,

    /// <summary>The intent is saved; from here on it may cost money.</summary>
    Submitting,

    /// <summary>The answer was lost; it is being looked up.</summary>
    Uncertain,

    /// <summary>It could not be proven either way, or the proof is odd: a person decides.</summary>
    Parked,

    /// <summary>Bought; the provider is making the machine.</summary>
    Provisioning,

    /// <summary>Bought, and it does not become a running machine by itself.</summary>
    Stalled,

    /// <summary>Running; its marker and tag are being put in place.</summary>
    Marking,

    /// <summary>Running and marked.</summary>
    Succeeded,

    /// <summary>Definitely not bought; the same order sent again opens the next attempt.</summary>
    Refused,

    /// <summary>Given up by a person, or terminated before it ever ran.</summary>
    Failed,

    /// <summary>Called off by a terminate before anything was sent.</summary>
    Cancelled,
}

/// <summary>What can happen to a purchase: facts, never wishes.</summary>
public enum CreateInstanceTrigger
{
    IntentSaved,
    Unfit,
    Recorded,
    Refused,
    ReplyLost,
    SenderLost,
    Found,
    Odd,
    DeadlinePassed,
    Running,
    SideExit,
    Marked,
    Resent,
    CalledOff,
    Resumed,
    GivenUp,
}

/// <summary>The state table of a purchase.</summary>
public static class CreateInstanceStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<CreateInstanceState, CreateInstanceTrigger> Table { get; } = new(
        new()
        {
            [(CreateInstanceState.Accepted, CreateInstanceTrigger.IntentSaved)] = CreateInstanceState.Submitting,
            [(CreateInstanceState.Accepted, CreateInstanceTrigger.Unfit)] = CreateInstanceState.Refused,
            [(CreateInstanceState.Accepted, CreateInstanceTrigger.DeadlinePassed)] = CreateInstanceState.Blocked,
            [(CreateInstanceState.Accepted, CreateInstanceTrigger.CalledOff)] = CreateInstanceState.Cancelled,
            [(CreateInstanceState.Blocked, CreateInstanceTrigger.Resumed)] = CreateInstanceState.Accepted,
            [(CreateInstanceState.Blocked, CreateInstanceTrigger.GivenUp)] = CreateInstanceState.Failed,
            [(CreateInstanceState.Blocked, CreateInstanceTrigger.CalledOff)] = CreateInstanceState.Cancelled,
            [(CreateInstanceState.Submitting, CreateInstanceTrigger.Recorded)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Submitting, CreateInstanceTrigger.Refused)] = CreateInstanceState.Refused,
            [(CreateInstanceState.Submitting, CreateInstanceTrigger.ReplyLost)] = CreateInstanceState.Uncertain,
            [(CreateInstanceState.Submitting, CreateInstanceTrigger.SenderLost)] = CreateInstanceState.Uncertain,
            [(CreateInstanceState.Uncertain, CreateInstanceTrigger.Found)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Uncertain, CreateInstanceTrigger.Odd)] = CreateInstanceState.Parked,
            [(CreateInstanceState.Uncertain, CreateInstanceTrigger.DeadlinePassed)] = CreateInstanceState.Parked,
            // Its sender was slow, not dead: the answer it brings settles the matter.
            [(CreateInstanceState.Uncertain, CreateInstanceTrigger.Recorded)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Uncertain, CreateInstanceTrigger.Refused)] = CreateInstanceState.Refused,
            [(CreateInstanceState.Parked, CreateInstanceTrigger.Found)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Parked, CreateInstanceTrigger.Recorded)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Parked, CreateInstanceTrigger.Refused)] = CreateInstanceState.Refused,
            [(CreateInstanceState.Parked, CreateInstanceTrigger.Resumed)] = CreateInstanceState.Uncertain,
            [(CreateInstanceState.Parked, CreateInstanceTrigger.GivenUp)] = CreateInstanceState.Failed,
            [(CreateInstanceState.Provisioning, CreateInstanceTrigger.Running)] = CreateInstanceState.Marking,
            [(CreateInstanceState.Provisioning, CreateInstanceTrigger.SideExit)] = CreateInstanceState.Stalled,
            [(CreateInstanceState.Provisioning, CreateInstanceTrigger.DeadlinePassed)] = CreateInstanceState.Stalled,
            [(CreateInstanceState.Stalled, CreateInstanceTrigger.Running)] = CreateInstanceState.Marking,
            [(CreateInstanceState.Stalled, CreateInstanceTrigger.Resumed)] = CreateInstanceState.Provisioning,
            [(CreateInstanceState.Stalled, CreateInstanceTrigger.GivenUp)] = CreateInstanceState.Failed,
            [(CreateInstanceState.Stalled, CreateInstanceTrigger.CalledOff)] = CreateInstanceState.Failed,
            [(CreateInstanceState.Marking, CreateInstanceTrigger.Marked)] = CreateInstanceState.Succeeded,
            [(CreateInstanceState.Marking, CreateInstanceTrigger.DeadlinePassed)] = CreateInstanceState.Succeeded,
            [(CreateInstanceState.Refused, CreateInstanceTrigger.Resent)] = CreateInstanceState.Accepted,
        },
        new()
        {
            [CreateInstanceState.Accepted] = OperationStatus.Pending,
            [CreateInstanceState.Blocked] = OperationStatus.NeedsAttention,
            [CreateInstanceState.Submitting] = OperationStatus.Running,
            [CreateInstanceState.Uncertain] = OperationStatus.Running,
            [CreateInstanceState.Parked] = OperationStatus.NeedsAttention,
            [CreateInstanceState.Provisioning] = OperationStatus.Running,
            [CreateInstanceState.Stalled] = OperationStatus.NeedsAttention,
            [CreateInstanceState.Marking] = OperationStatus.Running,
            [CreateInstanceState.Succeeded] = OperationStatus.Succeeded,
            [CreateInstanceState.Refused] = OperationStatus.Failed,
            [CreateInstanceState.Failed] = OperationStatus.Failed,
            [CreateInstanceState.Cancelled] = OperationStatus.Cancelled,
        });
}
