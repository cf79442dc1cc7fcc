using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>Where a change of plan stands.</summary>
public enum PlanChangeState
{
    /// <summary>A person is to order it in the provider's panel; the machine shows when that was done.</summary>
    Waiting,

    /// <summary>The machine has the plan.</summary>
    Succeeded,

    /// <summary>It did not come to that.</summary>
    Failed,
}

/// <summary>What can happen to a change of plan: facts, never wishes.</summary>
public enum PlanChangeTrigger
{
    PlanSeen,
    MachineEnds,
    Resumed,
    GivenUp,
}

/// <summary>The state table of a change of plan. It is sent by a person alone: the provider's API takes no order for it.</summary>
public static class PlanChangeStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<PlanChangeState, PlanChangeTrigger> Table { get; } = new(
        new()
        {
            [(PlanChangeState.Waiting, PlanChangeTrigger.PlanSeen)] = PlanChangeState.Succeeded,
            [(PlanChangeState.Waiting, PlanChangeTrigger.MachineEnds)] = PlanChangeState.Failed,
            [(PlanChangeState.Waiting, PlanChangeTrigger.Resumed)] = PlanChangeState.Waiting,
            [(PlanChangeState.Waiting, PlanChangeTrigger.GivenUp)] = PlanChangeState.Failed,
        },
        new()
        {
            [PlanChangeState.Waiting] = OperationStatus.NeedsAttention,
            [PlanChangeState.Succeeded] = OperationStatus.Succeeded,
            [PlanChangeState.Failed] = OperationStatus.Failed,
        });
}
