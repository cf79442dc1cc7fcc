using Kontor.Engine.Common;

namespace Kontor.Engine.Operations;

/// <summary>What can be wrong with operations.</summary>
internal static class OperationProblems
{
    public static Problem NotFound() => new(ProblemKind.NotFound, "operations.not_found", "There is no such operation.");

    public static Problem CannotResume(string state) => new(
        ProblemKind.Conflict, "operations.cannot_resume", $"An operation in state '{state}' does not wait for a person.");

    public static Problem CannotGiveUp(string state) => new(
        ProblemKind.Conflict, "operations.cannot_give_up", $"An operation in state '{state}' cannot be given up.");

    public static Problem MovedMeanwhile() => new(
        ProblemKind.Conflict, "operations.moved_meanwhile", "The operation moved while you decided: look at it again.");

    public static Problem StepFailed(Exception bug) => new(
        ProblemKind.Unavailable,
        "operations.step_failed",
        $"A step failed unexpectedly ({bug.GetType().Name}); it is tried again, and the log has the details.");
}
