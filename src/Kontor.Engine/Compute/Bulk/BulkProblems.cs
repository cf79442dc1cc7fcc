using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>What can be wrong with a wish for many machines.</summary>
internal static class BulkProblems
{
    public static Problem NotFound() => new(ProblemKind.NotFound, "compute.bulk_not_found", "There is no such bulk.");

    public static Problem NotAllowed(string action, IEnumerable<string> allowed) => new(
        ProblemKind.Refused,
        "compute.bulk_not_allowed",
        $"'{action}' is not done to many machines at once, because it costs money or destroys something: wish it for each. Allowed are {string.Join(", ", allowed)}.",
        "action");

    public static Problem NothingToStop() => new(
        ProblemKind.Conflict, "compute.bulk_over", "Everything in it has begun, so there is nothing to stop.");

    public static Problem NothingFailed() => new(
        ProblemKind.Conflict, "compute.bulk_nothing_failed", "No machine in it has failed, so there is nothing to try again.");
}
