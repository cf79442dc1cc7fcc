using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Tasks;

/// <summary>Closes a task for a person: done, or dismissed because nothing needs doing. Either says why.</summary>
public sealed class CloseTaskHandler(Database database)
{
    /// <summary>Notes that it was done.</summary>
    public async Task<Result<TaskRow>> DoneAsync(CloseTask request, Actor actor, CancellationToken cancellationToken) =>
        TaskText.IsOutcome(request.Outcome)
            ? await CloseAsync("tasks.done", request, new TaskEnd(TaskRow.Done, request.Outcome, actor), cancellationToken)
            : TaskProblems.OutcomeInvalid("outcome");

    /// <summary>Notes that nothing needs doing.</summary>
    public async Task<Result<TaskRow>> DismissAsync(CloseTask request, Actor actor, CancellationToken cancellationToken) =>
        TaskText.IsOutcome(request.Outcome)
            ? await CloseAsync("tasks.dismissed", request, new TaskEnd(TaskRow.Dismissed, request.Outcome, actor), cancellationToken)
            : TaskProblems.OutcomeInvalid("reason");

    private Task<Result<TaskRow>> CloseAsync(string name, CloseTask request, TaskEnd end, CancellationToken cancellationToken) =>
        database.WriteAsync(name, unit => CloseAsync(unit, request, end), cancellationToken);

    private static async Task<Result<TaskRow>> CloseAsync(UnitOfWork unit, CloseTask request, TaskEnd end)
    {
        if (await TaskStore.FindAsync(unit, request.Id, request.Source) is not { } task)
        {
            return TaskProblems.NotFound();
        }

        return await TaskStore.TryCloseAsync(unit, task, end)
            ? (await TaskStore.FindAsync(unit, request.Id, request.Source))!
            : TaskProblems.NotOpen(task.Status);
    }
}

/// <summary>A task that is to be closed.</summary>
/// <param name="Id">The task.</param>
/// <param name="Outcome">What came of it, or why nothing needs doing: 1 to 500 characters.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record CloseTask(string Id, string Outcome, string? Source);
