using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Tasks;

/// <summary>Says who looks after an open task, or that nobody does.</summary>
public sealed class AssignTaskHandler(Database database)
{
    public async Task<Result<TaskRow>> HandleAsync(AssignTask request, Actor actor, CancellationToken cancellationToken) =>
        request.Assignee is { } name && !TaskText.IsAssignee(name)
            ? TaskProblems.AssigneeInvalid()
            : await database.WriteAsync("tasks.assigned", unit => AssignAsync(unit, request, actor), cancellationToken);

    private static async Task<Result<TaskRow>> AssignAsync(UnitOfWork unit, AssignTask request, Actor actor)
    {
        if (await TaskStore.FindAsync(unit, request.Id, request.Source) is not { } task)
        {
            return TaskProblems.NotFound();
        }

        var assigned = await unit.Db.GetTable<TaskRow>()
            .Where(row => row.Id == task.Id && row.Status == TaskRow.Open)
            .Set(row => row.Assignee, request.Assignee)
            .Set(row => row.UpdatedAt, unit.Now)
            .UpdateAsync();
        if (assigned != 1)
        {
            return TaskProblems.NotOpen(task.Status);
        }

        // Without the name: it may be a person's, and audit rows are never erased.
        await AuditTrail.AppendAsync(unit, actor, "task.assigned", task.Id, new { task.Kind, task.About, Assigned = request.Assignee is not null });
        return task with { Assignee = request.Assignee, UpdatedAt = unit.Now };
    }
}

/// <summary>Who is to look after a task.</summary>
/// <param name="Id">The task.</param>
/// <param name="Assignee">An API key's id or another name of 1 to 100 characters; null for nobody.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record AssignTask(string Id, string? Assignee, string? Source);
