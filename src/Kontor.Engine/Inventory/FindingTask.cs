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
        FindingKind.FingerprintMismatch =>
            ("An id came back as another sale", "Every action for this subject stays refused, so its customer gets nothing done.", Soon),
        FindingKind.AddOnUnproven =>
            ("Nobody knows whether an add-on was bought", "If it was, it goes on costing money and nobody is billed for it.", Soon),
        _ => ("Something is not as it should be", "It stays as it is.", InTime),
    };
}
