using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>The rows of wishes for many machines.</summary>
public sealed class BulkStore(Database database)
{
    public static Task InsertAsync(UnitOfWork unit, BulkRow row) => unit.Db.InsertAsync(row);

    public static Task InsertAsync(UnitOfWork unit, IEnumerable<BulkItem> items) =>
        unit.Db.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows }, items);

    public static Task<BulkRow?> FindByKeyAsync(UnitOfWork unit, string caller, string key) =>
        unit.Db.GetTable<BulkRow>().FirstOrDefaultAsync(row => row.Caller == caller && row.Key == key);

    /// <summary>A wish that a source may see; another's is like an absent one.</summary>
    public static Task<BulkRow?> FindAsync(DataConnection db, string id, string? source) =>
        db.GetTable<BulkRow>().FirstOrDefaultAsync(row => row.Id == id && (source == null || row.Source == source));

    public static Task<List<BulkItem>> ItemsAsync(DataConnection db, string bulk) =>
        db.GetTable<BulkItem>().Where(row => row.BulkId == bulk).OrderBy(row => row.Number).ToListAsync();

    public static Task<int> CountAsync(DataConnection db, string bulk, string state) =>
        db.GetTable<BulkItem>().CountAsync(row => row.BulkId == bulk && row.State == state);

    public static Task<BulkItem?> NextAsync(DataConnection db, string bulk) => db.GetTable<BulkItem>()
        .Where(row => row.BulkId == bulk && row.State == BulkItem.Waiting)
        .OrderBy(row => row.Number)
        .FirstOrDefaultAsync();

    /// <summary>Moves an item on, if it still is as its author saw it.</summary>
    public static async Task<bool> TryMoveAsync(UnitOfWork unit, BulkItem seen, BulkItem moved) => await unit.Db.GetTable<BulkItem>()
        .Where(row => row.BulkId == seen.BulkId && row.Number == seen.Number && row.State == seen.State && row.Round == seen.Round)
        .Set(row => row.State, moved.State)
        .Set(row => row.OperationId, moved.OperationId)
        .Set(row => row.ProblemCode, moved.ProblemCode)
        .Set(row => row.ProblemDetail, moved.ProblemDetail)
        .UpdateAsync() == 1;

    /// <summary>Notes how the operation of an item ended, if it is one's.</summary>
    /// <returns>Whether it was.</returns>
    public static async Task<bool> EndAsync(UnitOfWork unit, OperationId operation, string state, string? problemCode, string? problemDetail) =>
        await unit.Db.GetTable<BulkItem>()
            .Where(row => row.OperationId == operation && row.State == BulkItem.Running)
            .Set(row => row.State, state)
            .Set(row => row.ProblemCode, problemCode)
            .Set(row => row.ProblemDetail, problemDetail)
            .UpdateAsync() > 0;

    /// <summary>Begins no more of what is waiting.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> StopWaitingAsync(UnitOfWork unit, string bulk) => unit.Db.GetTable<BulkItem>()
        .Where(row => row.BulkId == bulk && row.State == BulkItem.Waiting)
        .Set(row => row.State, BulkItem.Stopped)
        .UpdateAsync();

    /// <summary>Has what failed begin anew.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> RetryFailedAsync(UnitOfWork unit, string bulk) => unit.Db.GetTable<BulkItem>()
        .Where(row => row.BulkId == bulk && row.State == BulkItem.Failed)
        .Set(row => row.State, BulkItem.Waiting)
        .Set(row => row.Round, row => row.Round + 1)
        .Set(row => row.OperationId, (OperationId?)null)
        .Set(row => row.ProblemCode, (string?)null)
        .Set(row => row.ProblemDetail, (string?)null)
        .UpdateAsync();

    public static Task SetAsync(UnitOfWork unit, string bulk, DateTimeOffset? stopRequestedAt, DateTimeOffset? finishedAt) => unit.Db.GetTable<BulkRow>()
        .Where(row => row.Id == bulk)
        .Set(row => row.StopRequestedAt, stopRequestedAt)
        .Set(row => row.FinishedAt, finishedAt)
        .Set(row => row.UpdatedAt, unit.Now)
        .UpdateAsync();

    /// <summary>Those of which something may be to begin or to be noted, oldest first.</summary>
    public Task<List<BulkRow>> UnfinishedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<BulkRow>().Where(row => row.FinishedAt == null).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Lists them, newest first.</summary>
    public Task<List<BulkRow>> ListAsync(string? source, string? before, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<BulkRow>()
            .Where(row => source == null || row.Source == source)
            .Where(row => before == null || string.Compare(row.Id, before) < 0)
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    public Task<ShownBulk?> ShowAsync(string id, string? source, CancellationToken cancellationToken) => database.ReadAsync(
        async db => await FindAsync(db, id, source) is { } row ? new ShownBulk(row, await ItemsAsync(db, id)) : null, cancellationToken);
}

/// <summary>A wish for many machines, with each of them in the order they were given.</summary>
public sealed record ShownBulk(BulkRow Row, IReadOnlyList<BulkItem> Items);
