namespace Kontor.Contabo.Simulator.Instances;

/// <summary>What is under way on an instance and takes effect with time.</summary>
public enum InstanceTask
{
    /// <summary>Power on.</summary>
    Start,

    /// <summary>Power off, hard.</summary>
    Stop,

    /// <summary>The power button; the guest powers off.</summary>
    Shutdown,

    /// <summary>Power cycle; out of the rescue system back into the instance's own.</summary>
    Restart,

    /// <summary>Boot of the rescue system.</summary>
    Rescue,

    /// <summary>New password or keys for the installed system.</summary>
    ResetPassword,

    /// <summary>The disk is put back to a snapshot.</summary>
    Rollback,
}
