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

    /// <summary>A contract that Kontor ended goes on: somebody took the cancellation back.</summary>
    public const string CancelRevoked = "cancel_revoked";

    /// <summary>The display name lost its marker; it is put back.</summary>
    public const string MarkerChanged = "marker_changed";

    /// <summary>Somebody did to a machine of ours, past Kontor, what cannot be undone: installed it anew.</summary>
    public const string ChangedOutside = "changed_outside";

    /// <summary>Contabo itself suspended a machine of ours.</summary>
    public const string ProviderSuspension = "provider_suspension";

    /// <summary>Contabo stopped making a machine, or reports an error for it, and waits for somebody.</summary>
    public const string SideExit = "side_exit";

    /// <summary>More was sold of a machine than there is: two subjects think it is theirs.</summary>
    public const string TwoSubjects = "two_subjects";

    /// <summary>A terminated machine was to be wiped and was not, or nobody can prove that it was.</summary>
    public const string NotWiped = "not_wiped";

    /// <summary>The tag of a machine could not be set.</summary>
    public const string TagMissing = "tag_missing";

    /// <summary>An id came back with another sale's fingerprint.</summary>
    public const string FingerprintMismatch = "fingerprint_mismatch";

    /// <summary>A machine runs the rescue system for longer than that was meant for.</summary>
    public const string RescueOverdue = "rescue_overdue";

    /// <summary>A client's custom image is no longer at Contabo, or Contabo calls it unusable.</summary>
    public const string ImageLost = "image_lost";

    /// <summary>Whether an add-on was bought could not be proven, and a person gave it up.</summary>
    public const string AddOnUnproven = "add_on_unproven";

    /// <summary>Gets every kind there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Orphan, UnknownInstance, Ghost, DuplicatePurchase, WrongPlan, CancelledOutside, CancelRevoked, ChangedOutside, ProviderSuspension, SideExit, TwoSubjects,
        MarkerChanged, TagMissing, FingerprintMismatch, NotWiped, RescueOverdue, AddOnUnproven, ImageLost,
    ];
}
