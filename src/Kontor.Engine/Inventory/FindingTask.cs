using Kontor.Engine.Tasks;

namespace Kontor.Engine.Inventory;

/// <summary>A finding as a task for the staff: what each kind is called, and what it costs to leave it.</summary>
internal static class FindingTask
{
    public const string Kind = "finding";

    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);
    private static readonly TimeSpan InTime = TimeSpan.FromDays(7);

    public static NewTask Of(Finding finding)
    {
        var (title, consequence, within) = TextsOf(finding.Kind);
        return new NewTask(Kind, finding.Id)
        {
            Title = title,
            Detail = finding.Detail,
            Consequence = consequence,
            DeadlineAt = finding.FirstSeenAt + within,
            SubjectId = finding.SubjectId,
        };
    }

    private static (string Title, string Consequence, TimeSpan Within) TextsOf(string kind) => kind switch
    {
        FindingKind.Orphan => ("A machine of ours serves no subject", "It goes on costing money and nobody is billed for it.", Soon),
        FindingKind.UnknownInstance => ("A machine that Kontor does not know", "It goes on costing money, and Kontor looks after it in no way.", InTime),
        FindingKind.Ghost => ("A machine is missing from the provider", "Its customer goes on paying for a machine that is not there.", Soon),
        FindingKind.DuplicatePurchase => ("Two machines for one order", "Both go on costing money and one of them is billed.", Soon),
        FindingKind.WrongPlan => ("A machine is not the plan that was sold", "Its customer has another machine than was paid for.", InTime),
        FindingKind.CancelledOutside => ("A contract ends that Kontor did not end", "The machine and its data vanish on the end date.", Soon),
        FindingKind.CancelRevoked => ("A contract goes on that Kontor ended", "It renews on the end date and costs another term.", Soon),
        FindingKind.ChangedOutside => ("A machine was installed anew past Kontor", "Its customer has lost what was on it and does not know.", Soon),
        FindingKind.ProviderSuspension => ("Contabo suspended a machine", "It stays off, and Contabo may end it with its data.", Soon),
        FindingKind.SideExit => ("Contabo waits for somebody", "The machine stays unusable while it is paid for.", Soon),
        FindingKind.TwoSubjects => ("Two subjects on one machine", "What one of its customers does, the other one suffers.", Soon),
        FindingKind.FingerprintMismatch =>
            ("An id came back as another sale", "Every action for this subject stays refused, so its customer gets nothing done.", Soon),
        FindingKind.RescueOverdue => ("A machine is still in the rescue system", "Its own system is off, and so is what it serves.", InTime),
        FindingKind.ImageLost => ("A client's custom image is lost", "Its machines cannot be installed from it, and the client does not know.", InTime),
        FindingKind.NotWiped => ("A terminated machine may not be wiped", "What its customer left stays on its disk until the machine ends.", Soon),
        FindingKind.MarkerChanged => (
            "A machine lost its marker",
            "While its name lacks it, a purchase of unknown outcome cannot be told from a machine of somebody else's.",
            InTime),
        FindingKind.TagMissing => ("A machine runs without its tag", "In Contabo's panel it looks like a machine that is not Kontor's.", InTime),
        FindingKind.AddOnUnproven =>
            ("Nobody knows whether an add-on was bought", "If it was, it goes on costing money and nobody is billed for it.", Soon),
        _ => ("Something is not as it should be", "It stays as it is.", InTime),
    };
}
