using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Tasks;

/// <summary>The rows of tasks. Whoever finds that a person is needed opens one, and completes it when the cause is gone.</summary>
public sealed class TaskStore(Database database, IIdSource ids)
{
    /// <summary>Opens a task, or refreshes the detail of the one that is open about the same thing.</summary>
    /// <returns>The task's id.</returns>
    public async Task<string> OpenAsync(UnitOfWork unit, NewTask wanted, Actor actor)
    {
        if (await FindOpenAsync(unit, wanted.Kind, wanted.About) is { } open)
        {
            await RefreshAsync(unit, open, wanted.Detail, actor);
            return open.Id;
        }

        var task = wanted.ToRow(ids.NewId(), unit.Now);
        await unit.Db.InsertAsync(task);
        await AuditTrail.AppendAsync(unit, actor, "task.opened", task.Id, new { task.Kind, task.About, task.DeadlineAt });
        unit.Publish(new TaskOpened(SeenBySource(task), task.Id, task.Kind));
        return task.Id;
    }

    /// <summary>Says anew what is to be done, if a task about it is open; what a person closed stays closed.</summary>
    public static async Task RefreshAsync(UnitOfWork unit, string kind, string about, string detail, Actor actor)
    {
        if (await FindOpenAsync(unit, kind, about) is { } open)
        {
            await RefreshAsync(unit, open, detail, actor);
        }
    }

    /// <summary>Closes the open task about something, because its cause is gone; without one nothing happens.</summary>
    public static async Task CompleteAsync(UnitOfWork unit, string kind, string about, string outcome, Actor actor)
    {
        if (await FindOpenAsync(unit, kind, about) is { } open)
        {
            await TryCloseAsync(unit, open, new TaskEnd(TaskRow.Done, outcome, actor));
        }
    }

    /// <summary>Closes an open task.</summary>
    /// <returns>False when it was not open any more; nothing was changed then.</returns>
    public static async Task<bool> TryCloseAsync(UnitOfWork unit, TaskRow seen, TaskEnd end)
    {
        var closed = await unit.Db.GetTable<TaskRow>()
            .Where(row => row.Id == seen.Id && row.Status == TaskRow.Open)
            .Set(row => row.Status, end.Status)
            .Set(row => row.OpenKey, (string?)null)
            .Set(row => row.Outcome, end.Outcome)
            .Set(row => row.DoneAt, unit.Now)
            .Set(row => row.DoneBy, end.Actor.Id)
            .Set(row => row.UpdatedAt, unit.Now)
            .UpdateAsync() == 1;
        if (closed)
        {
            await AuditTrail.AppendAsync(unit, end.Actor, $"task.{end.Status}", seen.Id, new { seen.Kind, seen.About });
            unit.Publish(new TaskClosed(SeenBySource(seen), seen.Id, seen.Kind, end.Status));
        }

        return closed;
    }

    /// <summary>A task that a source may see; another's is like an absent one.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="id">The task.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    public static Task<TaskRow?> FindAsync(UnitOfWork unit, string id, string? source) => FindAsync(unit.Db, id, source);

    /// <inheritdoc cref="FindAsync(UnitOfWork, string, string?)"/>
    public Task<TaskRow?> FindAsync(string id, string? source, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id, source), cancellationToken);

    /// <summary>The open task about something; null when there is none.</summary>
    public static Task<TaskRow?> FindOpenAsync(UnitOfWork unit, string kind, string about)
    {
        var key = TaskRow.KeyOf(kind, about);
        return unit.Db.GetTable<TaskRow>().FirstOrDefaultAsync(row => row.OpenKey == key);
    }

    /// <summary>Lists tasks, the nearest deadline first.</summary>
    /// <param name="filter">What to show.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<TaskRow>> ListAsync(TaskFilter filter, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var place = filter.After is { } after ? await FindAsync(db, after, filter.Source) : null;
            return filter.After is not null && place is null
                ? []
                : await Matching(db, filter, place?.DeadlineAt ?? DateTimeOffset.MinValue, place?.Id ?? "").ToListAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>The subject under which a source reads the event; what is for staff alone has none.</summary>
    internal static string? SeenBySource(TaskRow task) => task.Source is null ? null : task.SubjectId?.Value;

    private static IQueryable<TaskRow> Matching(DataConnection db, TaskFilter filter, DateTimeOffset deadline, string id) => db.GetTable<TaskRow>()
        .Where(row => filter.Source == null || row.Source == filter.Source)
        .Where(row => !filter.OnlyOpen || row.Status == TaskRow.Open)
        .Where(row => filter.Kind == null || row.Kind == filter.Kind)
        .Where(row => filter.Assignee == null || row.Assignee == filter.Assignee)
        .Where(row => filter.OverdueAt == null || (row.Status == TaskRow.Open && row.DeadlineAt <= filter.OverdueAt))
        .Where(row => row.DeadlineAt > deadline || (row.DeadlineAt == deadline && string.Compare(row.Id, id) > 0))
        .OrderBy(row => row.DeadlineAt)
        .ThenBy(row => row.Id)
        .Take(filter.Limit);

    private static Task<TaskRow?> FindAsync(DataConnection db, string id, string? source) =>
        db.GetTable<TaskRow>().FirstOrDefaultAsync(row => row.Id == id && (source == null || row.Source == source));

    private static async Task RefreshAsync(UnitOfWork unit, TaskRow open, string detail, Actor actor)
    {
        var changed = await unit.Db.GetTable<TaskRow>()
            .Where(row => row.Id == open.Id && row.Status == TaskRow.Open && row.Detail != detail)
            .Set(row => row.Detail, detail)
            .Set(row => row.UpdatedAt, unit.Now)
            .UpdateAsync();
        if (changed == 1)
        {
            await AuditTrail.AppendAsync(unit, actor, "task.refreshed", open.Id, new { open.Kind, open.About });
        }
    }
}
