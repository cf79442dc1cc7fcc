using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Operations;

/// <summary>The rows of operations. Every change is conditional on the state and attempt that its author saw.</summary>
public sealed class OperationStore(Database database, WakeSignal wake, IEnumerable<IOperationObserver> observers)
{
    /// <summary>Adds an operation with its first step.</summary>
    public async Task InsertAsync(UnitOfWork unit, Operation operation, string text)
    {
        await unit.Db.InsertAsync(operation);
        await AddStepAsync(unit, operation.Id, operation.State, text);
        Publish(unit, operation);
        unit.AfterCommit(wake.Set);
    }

    /// <summary>Moves an operation on, if it still stands where its author saw it.</summary>
    /// <returns>False when somebody else moved it first; nothing was changed then.</returns>
    public async Task<bool> TryMoveAsync(UnitOfWork unit, Operation seen, OperationMove move)
    {
        var moved = Apply(seen, move, unit.Now);
        var changed = await unit.Db.GetTable<Operation>()
            .Where(row => row.Id == seen.Id && row.State == seen.State && row.Attempt == seen.Attempt)
            .Set(row => row.State, moved.State)
            .Set(row => row.Status, moved.Status)
            .Set(row => row.Attempt, moved.Attempt)
            .Set(row => row.ResourceId, moved.ResourceId)
            .Set(row => row.DueAt, moved.DueAt)
            .Set(row => row.DeadlineAt, moved.DeadlineAt)
            .Set(row => row.LeaseOwner, (string?)null)
            .Set(row => row.LeaseUntil, (DateTimeOffset?)null)
            .Set(row => row.ProblemCode, moved.ProblemCode)
            .Set(row => row.ProblemDetail, moved.ProblemDetail)
            .Set(row => row.UpdatedAt, moved.UpdatedAt)
            .UpdateAsync();
        if (changed != 1)
        {
            return false;
        }

        await AddStepAsync(unit, seen.Id, move.State, move.Text);
        await AuditTrail.AppendAsync(
            unit,
            move.Actor,
            "operation.moved",
            seen.Id.Value,
            new { seen.Type, From = seen.State, To = move.State, moved.Attempt, Problem = move.Problem?.Code });
        await WakeOthersAsync(unit, seen);
        foreach (var observer in observers)
        {
            await observer.OnMovedAsync(unit, seen, moved, move);
        }

        Publish(unit, moved);
        unit.AfterCommit(wake.Set);
        return true;
    }

    /// <summary>Says when to look again, without changing the state; a note may say why it waits.</summary>
    public static async Task<bool> PostponeAsync(UnitOfWork unit, Operation seen, DateTimeOffset dueAt, Problem? note = null) =>
        await unit.Db.GetTable<Operation>()
            .Where(row => row.Id == seen.Id && row.State == seen.State && row.Attempt == seen.Attempt)
            .Set(row => row.DueAt, dueAt)
            .Set(row => row.LeaseOwner, (string?)null)
            .Set(row => row.LeaseUntil, (DateTimeOffset?)null)
            .Set(row => row.ProblemCode, note?.Code)
            .Set(row => row.ProblemDetail, note?.Detail)
            .UpdateAsync() == 1;

    /// <summary>Says (again) that a person is needed, and when to say it next; the reason stands in the row.</summary>
    public static async Task<bool> AnnounceAsync(UnitOfWork unit, Operation seen, DateTimeOffset again)
    {
        var note = seen.ProblemCode is { } code ? new Problem(ProblemKind.Unavailable, code, seen.ProblemDetail ?? "") : null;
        var waits = await PostponeAsync(unit, seen, again, note);
        if (waits)
        {
            unit.Publish(new AttentionNeeded(seen.Id.Value, seen.Type, seen.State, seen.SubjectId.Value, seen.ProblemCode));
        }

        return waits;
    }

    /// <summary>Makes an operation due now, if it is not finished, because something about it was learned.</summary>
    public async Task WakeAsync(UnitOfWork unit, OperationId id)
    {
        await unit.Db.GetTable<Operation>()
            .Where(row => row.Id == id && row.DueAt != null && row.DueAt > unit.Now)
            .Set(row => row.DueAt, unit.Now)
            .UpdateAsync();
        unit.AfterCommit(wake.Set);
    }

    /// <summary>Makes the unfinished operations of a resource due now, because something about it changed.</summary>
    public async Task WakeByResourceAsync(UnitOfWork unit, ResourceId resource)
    {
        var woken = await unit.Db.GetTable<Operation>()
            .Where(row => row.ResourceId == resource && row.DueAt != null && row.DueAt > unit.Now)
            .Set(row => row.DueAt, unit.Now)
            .UpdateAsync();
        if (woken > 0)
        {
            unit.AfterCommit(wake.Set);
        }
    }

    /// <summary>Takes the most overdue operation that no one holds.</summary>
    /// <returns>The operation, or null when nothing is due.</returns>
    public Task<Operation?> ClaimAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync("operation.claim", unit => ClaimAsync(unit, owner, lease), cancellationToken);

    /// <summary>When the next operation falls due, or null when none waits for time.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.GetTable<Operation>()
                .Where(row => row.DueAt != null)
                .OrderBy(row => row.DueAt)
                .Select(row => row.LeaseUntil > row.DueAt ? row.LeaseUntil : row.DueAt)
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken);

    /// <summary>Frees what a process that is no longer alive still held.</summary>
    public Task ReleaseAllAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            "operation.release",
            unit => unit.Db.GetTable<Operation>()
                .Where(row => row.LeaseOwner != null)
                .Set(row => row.LeaseOwner, (string?)null)
                .Set(row => row.LeaseUntil, (DateTimeOffset?)null)
                .UpdateAsync(),
            cancellationToken);

    public Task<Operation?> FindAsync(OperationId id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id), cancellationToken);

    /// <summary>Several operations, in no order.</summary>
    public Task<List<Operation>> FindAllAsync(IReadOnlyCollection<OperationId> ids, CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.GetTable<Operation>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The operation of a key, inside a transaction.</summary>
    public static Task<Operation?> FindByKeyAsync(UnitOfWork unit, string key) => FindByKeyAsync(unit.Db, key);

    public static Task<Operation?> FindByKeyAsync(DataConnection db, string key) =>
        db.GetTable<Operation>().FirstOrDefaultAsync(row => row.Key == key);

    /// <summary>The operations that are neither over nor waiting for a person on a resource, oldest first.</summary>
    public static Task<List<Operation>> AllUnderWayAsync(DataConnection db, ResourceId resource)
    {
        var (pending, running) = (StatusName(OperationStatus.Pending), StatusName(OperationStatus.Running));
        return db.GetTable<Operation>()
            .Where(row => row.ResourceId == resource && (row.Status == pending || row.Status == running))
            .OrderBy(row => row.Id)
            .ToListAsync();
    }

    /// <summary>The oldest operation of a type that is neither over nor waiting for a person on a resource; null when there is none.</summary>
    public static Task<Operation?> UnderWayAsync(DataConnection db, ResourceId resource, string type)
    {
        var (pending, running) = (StatusName(OperationStatus.Pending), StatusName(OperationStatus.Running));
        return db.GetTable<Operation>()
            .Where(row => row.ResourceId == resource && row.Type == type && (row.Status == pending || row.Status == running))
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync();
    }

    /// <summary>The oldest operation of a type on a resource that is not over, even when it waits for a person; null when there is none.</summary>
    public static Task<Operation?> OpenOfTypeAsync(DataConnection db, ResourceId resource, string type, OperationId? except = null)
    {
        var (succeeded, failed, cancelled) = (StatusName(OperationStatus.Succeeded), StatusName(OperationStatus.Failed), StatusName(OperationStatus.Cancelled));
        return db.GetTable<Operation>()
            .Where(row => row.ResourceId == resource && row.Type == type && row.Status != succeeded && row.Status != failed && row.Status != cancelled)
            .Where(row => except == null || row.Id != except)
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync();
    }

    /// <summary>The operations of a type on a resource, newest first.</summary>
    public static Task<List<Operation>> OfTypeAsync(UnitOfWork unit, ResourceId resource, string type) => unit.Db.GetTable<Operation>()
        .Where(row => row.ResourceId == resource && row.Type == type)
        .OrderByDescending(row => row.Id)
        .ToListAsync();

    /// <summary>The operation on a resource that was accepted last; null when there is none.</summary>
    public static Task<Operation?> NewestAsync(DataConnection db, ResourceId resource) => db.GetTable<Operation>()
        .Where(row => row.ResourceId == resource)
        .OrderByDescending(row => row.Id)
        .FirstOrDefaultAsync();

    /// <summary>The operation as it is now, inside a transaction.</summary>
    public static Task<Operation?> FindAsync(UnitOfWork unit, OperationId id) => FindAsync(unit.Db, id);

    public Task<List<OperationStep>> StepsAsync(OperationId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.GetTable<OperationStep>().Where(step => step.OperationId == id).OrderBy(step => step.Id).ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>Operations whose id begins so.</summary>
    public Task<List<Operation>> ByIdAsync(TextRange id, string? source, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Operation>()
            .Where(row => source == null || row.Source == source)
            .Where(row => TextRange.Has(row.Id, id.First, id.End))
            .OrderBy(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Lists operations, newest first.</summary>
    /// <param name="filter">What to show.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<Operation>> ListAsync(OperationFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => OfSubjects(db.GetTable<Operation>(), filter.Subjects)
                .Where(row => filter.Source == null || row.Source == filter.Source)
                .Where(row => filter.Status == null || row.Status == filter.Status)
                .Where(row => filter.Subject == null || row.SubjectId == filter.Subject)
                .Where(row => filter.Before == null || string.Compare((string)(object)row.Id, filter.Before) < 0)
                .OrderByDescending(row => row.Id)
                .Take(filter.Limit)
                .ToListAsync(cancellationToken),
            cancellationToken);

    private static IQueryable<Operation> OfSubjects(IQueryable<Operation> rows, IReadOnlyList<SubjectId>? subjects) =>
        subjects is null ? rows : rows.Where(row => subjects.Contains(row.SubjectId));

    private static async Task<Operation?> ClaimAsync(UnitOfWork unit, string owner, TimeSpan lease)
    {
        var now = unit.Now;
        var due = await unit.Db.GetTable<Operation>()
            .Where(row => row.DueAt <= now && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt)
            .FirstOrDefaultAsync();
        if (due is null)
        {
            return null;
        }

        var taken = await unit.Db.GetTable<Operation>()
            .Where(row => row.Id == due.Id && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .Set(row => row.LeaseOwner, owner)
            .Set(row => row.LeaseUntil, now + lease)
            .UpdateAsync();
        return taken == 1 ? due with { LeaseOwner = owner, LeaseUntil = now + lease } : null;
    }

    /// <summary>What waits for this one looks again: a terminate for its purchase, for example.</summary>
    private static Task WakeOthersAsync(UnitOfWork unit, Operation moved) => unit.Db.GetTable<Operation>()
        .Where(row => row.SubjectId == moved.SubjectId && row.Id != moved.Id && row.DueAt != null && row.DueAt > unit.Now)
        .Set(row => row.DueAt, unit.Now)
        .UpdateAsync();

    private static Operation Apply(Operation seen, OperationMove move, DateTimeOffset now) => seen with
    {
        State = move.State,
        Status = StatusName(move.Status),
        Attempt = move.Attempt ?? seen.Attempt,
        ResourceId = move.ResourceId ?? seen.ResourceId,
        DueAt = move.DueAt,
        DeadlineAt = move.DeadlineAt,
        LeaseOwner = null,
        LeaseUntil = null,
        ProblemCode = move.Problem?.Code,
        ProblemDetail = move.Problem?.Detail,
        UpdatedAt = now,
    };

    /// <summary>The name of a status on the wire and in the table.</summary>
    public static string StatusName(OperationStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    private static Task<Operation?> FindAsync(DataConnection db, OperationId id) =>
        db.GetTable<Operation>().FirstOrDefaultAsync(row => row.Id == id);

    private static Task AddStepAsync(UnitOfWork unit, OperationId id, string state, string text) =>
        unit.Db.InsertAsync(new OperationStep { OperationId = id, At = unit.Now, State = state, Text = text });

    private static void Publish(UnitOfWork unit, Operation operation) => unit.Publish(new OperationMoved(
        operation.Id.Value, operation.Type, operation.State, operation.Status, operation.SubjectId.Value, operation.ProblemCode));
}
