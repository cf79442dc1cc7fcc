using Kontor.Engine.Operations;

namespace Kontor.Engine.Images.Change;

/// <summary>Where a change to an image stands.</summary>
public enum ImageChangeState
{
    /// <summary>Accepted; it is about to be sent, for the first time or again.</summary>
    Accepted,

    /// <summary>The intent is saved; it may be on its way.</summary>
    Submitting,

    /// <summary>Sent; its effect is being looked for.</summary>
    Verifying,

    /// <summary>The image is as wished.</summary>
    Succeeded,

    /// <summary>It did not come to that; the problem says why, and a new wish may be sent.</summary>
    Failed,
}

/// <summary>What can happen to a change of an image: facts, never wishes.</summary>
public enum ImageChangeTrigger
{
    AlreadySo,
    Impossible,
    IntentSaved,
    Accepted,
    Refused,
    AnswerLost,
    EffectSeen,
    NotDone,
    DeadlinePassed,
}

/// <summary>The state table. An image costs nothing by itself, so nothing waits for a person: whoever wished can look and wish again.</summary>
public static class ImageChangeStates
{
    /// <summary>The table; what is absent cannot happen.</summary>
    public static FlowTable<ImageChangeState, ImageChangeTrigger> Table { get; } = new(
        new()
        {
            [(ImageChangeState.Accepted, ImageChangeTrigger.AlreadySo)] = ImageChangeState.Succeeded,
            [(ImageChangeState.Accepted, ImageChangeTrigger.Impossible)] = ImageChangeState.Failed,
            [(ImageChangeState.Accepted, ImageChangeTrigger.DeadlinePassed)] = ImageChangeState.Failed,
            [(ImageChangeState.Accepted, ImageChangeTrigger.IntentSaved)] = ImageChangeState.Submitting,
            [(ImageChangeState.Submitting, ImageChangeTrigger.Accepted)] = ImageChangeState.Verifying,
            [(ImageChangeState.Submitting, ImageChangeTrigger.Refused)] = ImageChangeState.Failed,
            [(ImageChangeState.Submitting, ImageChangeTrigger.AnswerLost)] = ImageChangeState.Verifying,
            [(ImageChangeState.Verifying, ImageChangeTrigger.EffectSeen)] = ImageChangeState.Succeeded,
            [(ImageChangeState.Verifying, ImageChangeTrigger.Impossible)] = ImageChangeState.Failed,
            [(ImageChangeState.Verifying, ImageChangeTrigger.NotDone)] = ImageChangeState.Accepted,
            [(ImageChangeState.Verifying, ImageChangeTrigger.DeadlinePassed)] = ImageChangeState.Failed,
        },
        new()
        {
            [ImageChangeState.Accepted] = OperationStatus.Pending,
            [ImageChangeState.Submitting] = OperationStatus.Running,
            [ImageChangeState.Verifying] = OperationStatus.Running,
            [ImageChangeState.Succeeded] = OperationStatus.Succeeded,
            [ImageChangeState.Failed] = OperationStatus.Failed,
        });
}
