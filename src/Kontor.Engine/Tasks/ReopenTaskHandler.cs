using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Tasks;

/// <summary>Opens a closed task again, with the deadline it had.</summary>
public sealed class ReopenTaskHandler(Database database)
{
    /// <summary>Reopens it.</summary>
    /// <param name="id">The task.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="actor">Who reopens it.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public Task<Result<TaskRow>> HandleAsync(string id, string? source, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("tasks.reopened", unit => ReopenAsync(unit, id, source, actor), cancellationToken);

    private static async Task<Result<TaskRow>> ReopenAsync(UnitOfWork unit, string id, string? source, Actor actor)
    {
        if (await TaskStore.FindAsync(unit, id, source) is not { } task)
        {
            return TaskProblems.NotFound();
        }

        if (task.Status != TaskRow.Open && await TaskStore.FindOpenAsync(unit, task.Kind, task.About) is { } other)
        {
            return TaskProblems.OpenedAnew(other.Id);
        }

        if (!await TryReopenAsync(unit, task))
        {
            return TaskProblems.StillOpen();
        }

        await AuditTrail.AppendAsync(unit, actor, "task.reopened", task.Id, new { task.Kind, task.About });
        unit.Publish(new TaskOpened(TaskStore.SeenBySource(task), task.Id, task.Kind));
        return (await TaskStore.FindAsync(unit, id, source))!;
    }

    private static async Task<bool> TryReopenAsync(UnitOfWork unit, TaskRow task) => await unit.Db.GetTable<TaskRow>()
        .Where(row => row.Id == task.Id && row.Status != TaskRow.Open)
        .Set(row => row.Status, TaskRow.Open)
        .Set(row => row.OpenKey, TaskRow.KeyOf(task.Kind, task.About))
        .Set(row => row.AnnounceAt, task.DeadlineAt)
        .Set(row => row.Outcome, (string?)null)
        .Set(row => row.DoneAt, (DateTimeOffset?)null)
        .Set(row => row.DoneBy, (string?)null)
        .Set(row => row.UpdatedAt, unit.Now)
        .UpdateAsync() == 1;
}
