namespace Kontor.Engine.Operations;

/// <summary>What an operation looks like from outside, whatever its type.</summary>
public enum OperationStatus
{
    /// <summary>Accepted, nothing was sent yet.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Waiting for a person to resume or give up.</summary>
    NeedsAttention,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Ended without its effect.</summary>
    Failed,

    /// <summary>Called off before anything was sent.</summary>
    Cancelled,
}
