using Kontor.Engine.Common;

namespace Kontor.Engine.Tasks;

/// <summary>What can be wrong with tasks.</summary>
internal static class TaskProblems
{
    public static Problem NotFound() => new(ProblemKind.NotFound, "tasks.not_found", "There is no such task.");

    public static Problem NotOpen(string status) => new(
        ProblemKind.Conflict, "tasks.not_open", $"This task is {status} already: reopen it if there is still something to do.");

    public static Problem StillOpen() => new(
        ProblemKind.Conflict, "tasks.still_open", "This task is open: there is nothing to reopen.");

    public static Problem OpenedAnew(string other) => new(
        ProblemKind.Conflict, "tasks.opened_anew", $"Task {other} was opened about the same thing meanwhile: go on with that one.");

    public static Problem OutcomeInvalid(string field) => new(
        ProblemKind.Invalid,
        "tasks.outcome_invalid",
        $"The field '{field}' must say in 1 to {TaskText.LongestOutcome} characters, without line breaks, what came of it.",
        field);

    public static Problem AssigneeInvalid() => new(
        ProblemKind.Invalid,
        "tasks.assignee_invalid",
        $"The field 'assignee' must be the id of an API key or another name of 1 to {TaskText.LongestAssignee} characters, or null for nobody.",
        "assignee");
}
