using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>What can be wrong with add-ons.</summary>
internal static class AddOnProblems
{
    public static Problem TermUnknown() => new(
        ProblemKind.Refused,
        "compute.term_unknown",
        "The term of this machine's contract is not known, so nobody knows what the add-on would bind you to pay: buy it in Contabo's panel.");

    public static Problem Sold(string addOn, OperationId operation) => new(
        ProblemKind.Conflict,
        "compute.add_on_sold",
        $"This generation has '{addOn}' already, by operation {operation}: end that one before the next is ordered.",
        "ordinal");

    public static Problem OrdinalNotNext(int ordinal, string addOn) => new(
        ProblemKind.Conflict,
        "compute.add_on_ordinal",
        $"Ordinal {ordinal} of '{addOn}' follows when ordinal {ordinal - 1} has come to its end: failed, or ended for the client.",
        "ordinal");

    public static Problem NotSold(string addOn) => new(
        ProblemKind.NotFound, "compute.add_on_not_sold", $"This generation of the subject has no '{addOn}' that could be ended.");

    public static Problem Refused(string texts) => new(
        ProblemKind.Refused,
        "compute.add_on_refused",
        $"Contabo refused the add-on, nothing was bought: {texts}. Correct the cause and order it with the next ordinal.");

    public static Problem Unproven() => new(
        ProblemKind.Unavailable,
        "compute.add_on_unproven",
        "The answer was lost and the machine does not show the add-on. It may cost money: look in Contabo's panel, then resume, or give up if it was not bought.");

    public static Problem NotShown() => new(
        ProblemKind.Unavailable,
        "compute.add_on_not_shown",
        "Contabo took the order, so the add-on costs money, and the machine does not show it: ask Contabo's support, then resume.");

    public static Problem GivenUp() => new(
        ProblemKind.Conflict,
        "compute.add_on_given_up",
        "A person gave this purchase up because nobody could prove whether it was carried out. If Contabo's panel does not show it, order it with the next ordinal.");
}
