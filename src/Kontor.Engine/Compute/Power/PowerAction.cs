using Kontor.Contabo.Instances;

namespace Kontor.Engine.Compute.Power;

/// <summary>What can be done with the power of a machine.</summary>
public enum PowerAction
{
    /// <summary>Switch it on.</summary>
    Start,

    /// <summary>Take its power away; what its programs have not saved is lost.</summary>
    Stop,

    /// <summary>Take its power away and give it back.</summary>
    Restart,

    /// <summary>Press its power button; its own system decides, and is stopped when it does not in time.</summary>
    Shutdown,

    /// <summary>Stop it because its sale is suspended; nobody starts it until that is over.</summary>
    Suspend,

    /// <summary>Let it run again as it did before it was suspended.</summary>
    Unsuspend,

    /// <summary>Stop it because it is terminated; nobody starts it any more.</summary>
    TerminateStop,
}

/// <summary>What the actions are called, and when each makes sense.</summary>
public static class PowerActions
{
    /// <summary>Gets those that a customer may wish.</summary>
    public static IReadOnlyList<PowerAction> Customers { get; } = [PowerAction.Start, PowerAction.Stop, PowerAction.Restart, PowerAction.Shutdown];

    /// <summary>The word of an action in addresses and types: <c>start</c>, <c>stop</c>, <c>restart</c> and so on.</summary>
    public static string NameOf(PowerAction action) => action switch
    {
        PowerAction.Start => "start",
        PowerAction.Stop => "stop",
        PowerAction.Restart => "restart",
        PowerAction.Shutdown => "shutdown",
        PowerAction.Suspend => "suspend",
        PowerAction.TerminateStop => "terminate_stop",
        _ => "unsuspend",
    };

    /// <summary>The provider's word for what is sent.</summary>
    public static string CallOf(PowerAction action) => action switch
    {
        PowerAction.Suspend or PowerAction.TerminateStop => NameOf(PowerAction.Stop),
        PowerAction.Unsuspend => NameOf(PowerAction.Start),
        _ => NameOf(action),
    };

    /// <summary>Whether the wish is the seller's, which waits for the machine instead of failing by its status.</summary>
    public static bool IsSellers(PowerAction action) => action is PowerAction.Suspend or PowerAction.Unsuspend or PowerAction.TerminateStop;

    /// <summary>The type of the operation that carries an action out.</summary>
    public static string TypeOf(PowerAction action) => $"instance.{NameOf(action)}";

    /// <summary>The status in which the machine is as wished.</summary>
    internal static InstanceStatus Wished(PowerAction action) =>
        action is PowerAction.Start or PowerAction.Restart or PowerAction.Unsuspend ? InstanceStatus.Running : InstanceStatus.Stopped;

    /// <summary>Whether a machine of this status can take the action; what was never read may.</summary>
    internal static bool Fits(PowerAction action, string? status) => status is null
        || status == InstanceStatus.Running.Value
        // A start out of the rescue system is none: that is left by a restart.
        || (status == InstanceStatus.Rescue.Value && action is not PowerAction.Start)
        || (status == InstanceStatus.Stopped.Value && action is not PowerAction.Restart);
}
