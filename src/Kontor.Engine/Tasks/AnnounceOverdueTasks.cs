using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tasks;

/// <summary>Says of each open task whose deadline has passed that it is overdue: once when it passes, then daily.</summary>
public sealed class AnnounceOverdueTasks(Database database, TimeProvider clock, TaskOptions options)
{
    private const int Stretch = 100;

    /// <summary>Announces all that are due to be announced.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            await database.WriteAsync("tasks.overdue_announced", unit => AnnounceAsync(unit, due), cancellationToken);
        }
    }

    private Task<List<TaskRow>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.ReadAsync(
            db => db.GetTable<TaskRow>()
                .Where(row => row.Status == TaskRow.Open && row.AnnounceAt <= now)
                .OrderBy(row => row.AnnounceAt)
                .Take(Stretch)
                .ToListAsync(cancellationToken),
            cancellationToken);
    }

    private async Task AnnounceAsync(UnitOfWork unit, List<TaskRow> due)
    {
        foreach (var task in due)
        {
            var announced = await unit.Db.GetTable<TaskRow>()
                .Where(row => row.Id == task.Id && row.Status == TaskRow.Open && row.AnnounceAt == task.AnnounceAt)
                .Set(row => row.AnnounceAt, unit.Now + options.AnnounceEvery)
                .UpdateAsync();
            if (announced == 1)
            {
                unit.Publish(new TaskOverdue(TaskStore.SeenBySource(task), task.Id, task.Kind, task.DeadlineAt));
            }
        }
    }
}
