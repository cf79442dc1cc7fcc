using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>What can be wrong with snapshots.</summary>
internal static class SnapshotProblems
{
    public static Problem NotFound() => new(
        ProblemKind.NotFound, "compute.snapshot_not_found", "The machine has no such snapshot: it was deleted, or its time was over.");

    public static Problem ListIncomplete() => new(
        ProblemKind.Unavailable, "compute.snapshots_unreadable", "Contabo's list of this machine's snapshots came incomplete, and nothing follows from it: ask again.");

    public static Problem Limit(int used, int limit) => new(
        ProblemKind.Refused,
        "compute.snapshot_limit",
        limit == 0
            ? "The machine's plan has no snapshots."
            : $"The machine has {used} of the {limit} snapshots that its plan allows: delete one first.");

    public static Problem LimitOfProvider(string texts) => Limit(0, 1) with
    {
        Detail = $"The machine has as many snapshots as Contabo allows, and none was taken: delete one first. Contabo says: {texts}",
    };

    public static Problem Unknown() => new(
        ProblemKind.Unavailable,
        "compute.snapshot_unknown",
        "The answer was lost and Contabo shows no new snapshot of this name: look at the list, and take it again if it is missing.");

    public static Problem RollbackUnknown() => new(
        ProblemKind.Unavailable,
        "compute.rollback_unknown",
        "The answer to the rollback was lost and Contabo's audit does not show it: look at the machine, and roll it back again if it was not.");

    public static Problem LosesDiffer(IReadOnlyCollection<string?> newer) => new(
        ProblemKind.Conflict,
        "compute.rollback_loses",
        newer.Count == 0
            ? "No newer snapshot vanishes with this rollback, so \"loses\" is empty: look at its preview again."
            : $"With this rollback the newer snapshots {string.Join(", ", newer)} vanish: repeat their ids in \"loses\" to agree.",
        "loses");
}
