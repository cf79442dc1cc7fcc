using Kontor.Engine.Common;

namespace Kontor.Engine.Inventory;

/// <summary>What can be wrong with findings and their decisions.</summary>
internal static class InventoryProblems
{
    public static Problem FindingNotFound() => new(ProblemKind.NotFound, "inventory.finding_not_found", "There is no such finding.");

    public static Problem FindingResolved() => new(
        ProblemKind.Conflict, "inventory.finding_resolved", "What was found is no longer so: nothing is left to decide.");

    public static Problem FindingNotIgnored() => new(
        ProblemKind.Conflict, "inventory.finding_not_ignored", "This finding is not ignored, so there is nothing to take back.");

    public static Problem WrongKind(string action, string kind, IEnumerable<string> fitting) => new(
        ProblemKind.Conflict,
        "inventory.wrong_kind",
        $"A finding of the kind '{kind}' cannot be decided with '{action}': that is for {string.Join(", ", fitting)}.");

    public static Problem ReasonInvalid(int longest) => new(
        ProblemKind.Invalid, "inventory.reason_invalid", $"reason says in 1 to {longest} characters, without control characters, why this does not matter.", "reason");

    public static Problem SourceUnknown(string? source, IEnumerable<string> known) => new(
        ProblemKind.Invalid,
        "inventory.source_unknown",
        source is null
            ? $"source is needed when there is not exactly one; there are: {string.Join(", ", known)}."
            : $"No API key speaks for the source named; there are: {string.Join(", ", known)}.",
        "source");
}
