using Kontor.Contabo.Instances;

namespace Kontor.Engine.Compute;

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
}

/// <summary>What the actions are called, and when each makes sense.</summary>
public static class PowerActions
{
    /// <summary>Gets them all.</summary>
    public static IReadOnlyList<PowerAction> All { get; } = Enum.GetValues<PowerAction>();

    /// <summary>The word of an action in addresses, types and intents: <c>start</c>, <c>stop</c>, <c>restart</c>, <c>shutdown</c>.</summary>
    public static string NameOf(PowerAction action) => action switch
    {
        PowerAction.Start => "start",
        PowerAction.Stop => "stop",
        PowerAction.Restart => "restart",
        _ => "shutdown",
    };

    /// <summary>The type of the operation that carries an action out.</summary>
    public static string TypeOf(PowerAction action) => $"instance.{NameOf(action)}";

    /// <summary>The status in which the machine is as wished.</summary>
    internal static InstanceStatus Wished(PowerAction action) =>
        action is PowerAction.Start or PowerAction.Restart ? InstanceStatus.Running : InstanceStatus.Stopped;

    /// <summary>Whether a machine of this status can take the action; what was never read may.</summary>
    internal static bool Fits(PowerAction action, string? status) => status is null
        || status == InstanceStatus.Running.Value
        || status == InstanceStatus.Rescue.Value
        || (status == InstanceStatus.Stopped.Value && action is not PowerAction.Restart);
}
