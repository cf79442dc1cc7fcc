namespace Kontor.Engine.Inventory;

/// <summary>What can happen to a machine.</summary>
public static class TimelineKind
{
    public const string Bought = "bought";
    public const string Adopted = "adopted";
    public const string Assigned = "assigned";
    public const string Started = "started";
    public const string Stopped = "stopped";
    public const string Restarted = "restarted";
    public const string Rescue = "rescue";
    public const string PasswordReset = "password_reset";
    public const string Reinstalled = "reinstalled";
    public const string Renamed = "renamed";
    public const string Cancelled = "cancelled";

    /// <summary>A contract that was to end goes on.</summary>
    public const string CancelRevoked = "cancel_revoked";

    public const string ProductChanged = "product_changed";
    public const string AddOnsChanged = "addons_changed";
    public const string RegionChanged = "region_changed";
    public const string SuspensionChanged = "suspension_changed";
    public const string SnapshotCreated = "snapshot_created";
    public const string SnapshotChanged = "snapshot_changed";
    public const string SnapshotDeleted = "snapshot_deleted";
    public const string SnapshotRolledBack = "snapshot_rolled_back";

    /// <summary>The provider's audit has it as deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>A complete list did not have it.</summary>
    public const string Missing = "missing";

    /// <summary>It is listed again.</summary>
    public const string Back = "back";

    /// <summary>It is over: enough complete lists did not have it after the end of its contract.</summary>
    public const string Gone = "gone";

    public const string IpChanged = "ip_changed";
    public const string StatusChanged = "status_changed";

    /// <summary>The provider's audit has a change or an action that Kontor does not know.</summary>
    public const string Other = "other";
}

/// <summary>By whom something happened.</summary>
public static class TimelineOrigin
{
    /// <summary>By Kontor, for whoever asked it.</summary>
    public const string Kontor = "kontor";

    /// <summary>By somebody past Kontor, in the provider's panel or with its API; or by the machine itself.</summary>
    public const string Outside = "outside";

    /// <summary>By the provider, in the course of things.</summary>
    public const string Provider = "provider";
}
