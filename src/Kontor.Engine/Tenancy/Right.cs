namespace Kontor.Engine.Tenancy;

/// <summary>What somebody may be allowed to do; each door and each change to a machine names the one it needs.</summary>
public enum Right
{
    /// <summary>See what was sold, its machines and what happens to them. Whoever has any right has this one.</summary>
    View,

    /// <summary>Start, stop, restart and shut down.</summary>
    Power,

    /// <summary>Restart, and nothing else.</summary>
    Restart,

    /// <summary>Call a machine something else.</summary>
    Rename,

    /// <summary>Set the host name a machine is to have.</summary>
    Hostname,

    /// <summary>Make, delete and go back to snapshots.</summary>
    Snapshots,

    /// <summary>Have images of one's own fetched, call them otherwise, and delete them.</summary>
    Images,

    /// <summary>Install a machine anew.</summary>
    Reinstall,

    /// <summary>Boot a rescue system, and leave it.</summary>
    Rescue,

    /// <summary>Set a password or keys.</summary>
    Password,

    /// <summary>See a secret behind a link.</summary>
    Reveal,

    /// <summary>Protect a machine from its end or from losing its disk, or no longer.</summary>
    Protect,

    /// <summary>Order a machine, and see and amend orders.</summary>
    Order,

    /// <summary>Buy more for a machine.</summary>
    AddOns,

    /// <summary>Have a machine moved to another region.</summary>
    Move,

    /// <summary>Have a machine that stands at the provider serve a subject.</summary>
    Adopt,

    /// <summary>Suspend for want of payment and the like, and take that back.</summary>
    Suspend,

    /// <summary>Suspend for abuse, and take that back.</summary>
    SuspendForAbuse,

    /// <summary>End a machine.</summary>
    Terminate,

    /// <summary>Open the generation after one that ended.</summary>
    OpenGeneration,

    /// <summary>Resume or give up what waits for a person.</summary>
    Decide,

    /// <summary>See and judge findings.</summary>
    Findings,

    /// <summary>Decide findings: adopt or assign a machine that was found, ignore what does not matter.</summary>
    DecideFindings,

    /// <summary>Search all there is.</summary>
    Search,

    /// <summary>Say how a client is reached, or have that forgotten.</summary>
    Contact,

    /// <summary>See and do what waits in the inbox.</summary>
    Tasks,

    /// <summary>See what can be ordered, and at what price it is bought.</summary>
    Catalogue,

    /// <summary>Read events.</summary>
    Events,

    /// <summary>See the purchase ledger.</summary>
    Purchases,

    /// <summary>Ask which Kontor answers.</summary>
    Installation,

    /// <summary>Whatever names no right of its own.</summary>
    Other,
}

/// <summary>As what somebody acts.</summary>
public enum Role
{
    /// <summary>The people who run the installation, and Kontor itself.</summary>
    Staff,

    /// <summary>A shop or billing system, for itself.</summary>
    Seller,

    /// <summary>A client of a shop or billing system, or one of that client's people.</summary>
    Customer,
}
