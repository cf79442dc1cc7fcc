using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.RegionChange;

/// <summary>What can be wrong with a move to another region.</summary>
internal static class RegionProblems
{
    public static Problem Unread(string reason) => new(
        ProblemKind.Unavailable, "compute.region_unreadable", $"Contabo cannot be asked now whether this machine may move ({reason}): ask again.");

    public static Problem RegionUnknown(string region, IEnumerable<string> regions) => new(
        ProblemKind.Invalid,
        "compute.region_unknown",
        $"Contabo has no data center for machines in '{PlainText.Shown(region)}'; it has {string.Join(", ", regions)}.",
        "region");

    public static Problem Current(string region) => new(ProblemKind.Refused, "compute.region_current", $"The machine is in {region} already.", "region");

    public static Problem MethodUnknown(IEnumerable<string> methods) => ComputeProblems.Field("method", $"method is one of {string.Join(", ", methods)}.");

    public static Problem NotAllowed(IEnumerable<string> reasons) => new(
        ProblemKind.Refused,
        "compute.region_change_refused",
        $"Contabo does not move this machine: {string.Join("; ", reasons)}.");

    public static Problem Unknown() => new(
        ProblemKind.Unavailable,
        "compute.region_change_unknown",
        "The answer was lost and no trace of the move shows: ask Contabo's support whether a ticket is open, then resume, or give up if there is none.");

    public static Problem Late(long? ticket) => new(
        ProblemKind.Unavailable,
        "compute.region_change_late",
        $"The machine has not moved in time: ask Contabo's support about {(ticket is { } number ? $"ticket {number}" : "the move, whose ticket's number was lost")}, then resume.");

    public static Problem Open(OperationId operation) => new(
        ProblemKind.Conflict,
        "compute.region_change_open",
        $"Operation {operation} waits for another move of this machine: wait until it is done, or give it up.");

    public static Problem LossNotAgreed() => ComputeProblems.Field(
        "loses", "A move by installation installs the machine anew there: send \"loses\": true if all that is on its disk may be lost, or choose migration.");

    public static Problem GivenUp() => new(
        ProblemKind.Conflict, "compute.region_change_given_up", "A person gave this move up; if Contabo carries its ticket out, the machine moves all the same.");
}
