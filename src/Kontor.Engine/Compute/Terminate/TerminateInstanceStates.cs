using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Where the end of a contract stands.</summary>
public enum TerminateInstanceState
{
    /// <summary>Accepted; the wish is about to be sent, for the first time or again.</summary>
    Accepted,

    /// <summary>The purchase it ends is still under way.</summary>
    Waiting,

    /// <summary>The intent is saved; the wish may be on its way.</summary>
    Submitting,

    /// <summary>Sent; the end date is being read back.</summary>
    Verifying,

    /// <summary>No end date could be proven in time: a person must look, it goes on costing money.</summary>
    Overdue,

    /// <summary>The end is proven, or there was nothing to end.</summary>
    Succeeded,

    /// <summary>Given up by a person.</summary>
    Failed,
}

/// <summary>What can happen to a terminate: facts, never wishes.</summary>
public enum TerminateInstanceTrigger
{
    NothingBought,
    PurchaseUnderWay,
    PurchaseSettled,
    IntentSaved,
    Sent,
    DateRead,
    Gone,
    StillWithoutDate,
    DeadlinePassed,
    Resumed,
    GivenUp,
}

/// <summary>The state table of a terminate.</summary>
public static class TerminateInstanceStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<TerminateInstanceState, TerminateInstanceTrigger> Table { get; } = new(
        new()
        {
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.NothingBought)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.PurchaseUnderWay)] = TerminateInstanceState.Waiting,
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.DateRead)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.Gone)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.IntentSaved)] = TerminateInstanceState.Submitting,
            [(TerminateInstanceState.Accepted, TerminateInstanceTrigger.DeadlinePassed)] = TerminateInstanceState.Overdue,
            [(TerminateInstanceState.Waiting, TerminateInstanceTrigger.NothingBought)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Waiting, TerminateInstanceTrigger.PurchaseSettled)] = TerminateInstanceState.Accepted,
            [(TerminateInstanceState.Waiting, TerminateInstanceTrigger.DeadlinePassed)] = TerminateInstanceState.Overdue,
            [(TerminateInstanceState.Submitting, TerminateInstanceTrigger.Sent)] = TerminateInstanceState.Verifying,
            [(TerminateInstanceState.Verifying, TerminateInstanceTrigger.DateRead)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Verifying, TerminateInstanceTrigger.Gone)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Verifying, TerminateInstanceTrigger.StillWithoutDate)] = TerminateInstanceState.Accepted,
            [(TerminateInstanceState.Verifying, TerminateInstanceTrigger.DeadlinePassed)] = TerminateInstanceState.Overdue,
            [(TerminateInstanceState.Overdue, TerminateInstanceTrigger.DateRead)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Overdue, TerminateInstanceTrigger.Gone)] = TerminateInstanceState.Succeeded,
            [(TerminateInstanceState.Overdue, TerminateInstanceTrigger.Resumed)] = TerminateInstanceState.Accepted,
            [(TerminateInstanceState.Overdue, TerminateInstanceTrigger.GivenUp)] = TerminateInstanceState.Failed,
        },
        new()
        {
            [TerminateInstanceState.Accepted] = OperationStatus.Pending,
            [TerminateInstanceState.Waiting] = OperationStatus.Pending,
            [TerminateInstanceState.Submitting] = OperationStatus.Running,
            [TerminateInstanceState.Verifying] = OperationStatus.Running,
            [TerminateInstanceState.Overdue] = OperationStatus.NeedsAttention,
            [TerminateInstanceState.Succeeded] = OperationStatus.Succeeded,
            [TerminateInstanceState.Failed] = OperationStatus.Failed,
        });
}
