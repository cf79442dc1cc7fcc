namespace Kontor.Engine.Inventory;

/// <summary>The kinds of findings.</summary>
public static class FindingKind
{
    /// <summary>A machine with a marker of ours that serves no subject: it costs money and nobody is billed.</summary>
    public const string Orphan = "orphan";

    /// <summary>A machine without a marker that Kontor does not know.</summary>
    public const string UnknownInstance = "unknown_instance";

    /// <summary>A machine of ours that is missing from the provider before its end.</summary>
    public const string Ghost = "ghost";

    /// <summary>Two machines for one order.</summary>
    public const string DuplicatePurchase = "duplicate_purchase";

    /// <summary>The machine is not the plan that was sealed.</summary>
    public const string WrongPlan = "wrong_plan";

    /// <summary>A contract is to end and Kontor did not ask for it.</summary>
    public const string CancelledOutside = "cancelled_outside";

    /// <summary>The display name lost its marker; it is put back.</summary>
    public const string MarkerChanged = "marker_changed";

    /// <summary>The tag of a machine could not be set.</summary>
    public const string TagMissing = "tag_missing";

    /// <summary>An id came back with another sale's fingerprint.</summary>
    public const string FingerprintMismatch = "fingerprint_mismatch";

    /// <summary>Whether an add-on was bought could not be proven, and a person gave it up.</summary>
    public const string AddOnUnproven = "add_on_unproven";
}
