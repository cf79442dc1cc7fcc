using System.Collections.Concurrent;
using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Data;

namespace Kontor.Engine.Storage;

/// <summary>The one way to the database: reads, and named write transactions.</summary>
/// <remarks>
/// Connections stay open between uses, with their statements prepared, those that begin and end a transaction too; one
/// that failed in any way is closed, which undoes whatever it had begun.
/// SQLite has one writer at a time, so writers queue here instead of in the database, and a transaction never waits for
/// anything but the disk; those that wait share one commit, and each succeeds or fails by itself. Every write has a name;
/// the fault simulation stops the world before, inside and after it.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ICheckpoints _checkpoints;
    private readonly DataOptions _options;
    private readonly WriterLine _writers;
    private readonly ConcurrentBag<DataConnection> _idle = [];
    private volatile bool _disposed;

    public Database(string connectionString, TimeProvider clock, ICheckpoints checkpoints)
    {
        (_clock, _checkpoints, _writers) = (clock, checkpoints, new WriterLine(CommitAsync));
        // Made once: every connection made from the same options shares the queries already translated.
        _options = new DataOptions().UseConnectionString(Mapping.Provider, connectionString).UseMappingSchema(Mapping.Schema)
            // With SQL's own null rules a query has one text whatever its parameters are, and is translated once.
            .UseCompareNulls(CompareNulls.LikeSql)
            .UseInterceptor(PreparedStatements.Instance);
    }

    /// <summary>Reads one state of the whole database, however many queries it takes and whatever is written meanwhile.</summary>
    public async Task<T> ReadAsync<T>(Func<DataConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var db = TakeConnection();
        try
        {
            // Takes no lock and is, in WAL mode, a snapshot.
            await db.ExecuteAsync("BEGIN DEFERRED", cancellationToken);
            var result = await read(db);
            await db.ExecuteAsync("COMMIT", CancellationToken.None);
            await GiveBackAsync(db);
            return result;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one write transaction.</summary>
    /// <param name="name">What becomes true, <c>capability.fact</c>: its place in the list of crash points.</param>
    /// <param name="work">The work; it must not wait for anything but the database.</param>
    /// <param name="cancellationToken">Gives up waiting for a turn; a transaction that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(string name, Func<UnitOfWork, Task<T>> work, CancellationToken cancellationToken)
    {
        await _checkpoints.ReachedAsync($"{name}/before");
        T result = default!;
        var write = new PendingWrite(name, async unit => result = await work(unit));
        await _writers.CommitAsync(write, cancellationToken);
        await _checkpoints.ReachedAsync($"{name}/committed");
        (await write.Done).RunAfterCommit();
        return result;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(string name, Func<UnitOfWork, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(name, async unit => { await work(unit); return true; }, cancellationToken);

    /// <summary>Copies one state of the whole database into a new file, while others read and write.</summary>
    /// <param name="path">The new file; there must be none of that name.</param>
    /// <param name="cancellationToken">Stops it; half a file may be left.</param>
    public async Task CopyToAsync(string path, CancellationToken cancellationToken)
    {
        await using var db = new DataConnection(_options);
        await db.ExecuteAsync("VACUUM INTO @path", cancellationToken, new DataParameter("path", path, DataType.VarChar));
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var db))
        {
            db.Dispose();
        }

        _writers.Dispose();
    }

    private async Task CommitAsync(IReadOnlyList<PendingWrite> writes)
    {
        var db = TakeConnection();
        try
        {
            await db.ExecuteAsync("BEGIN IMMEDIATE");
            var units = new List<(PendingWrite Write, UnitOfWork Unit)>(writes.Count);
            foreach (var write in writes)
            {
                if (await RunAsync(db, write, alone: writes.Count == 1) is { } unit)
                {
                    units.Add((write, unit));
                }
            }

            await db.ExecuteAsync("COMMIT");
            await GiveBackAsync(db);
            units.ForEach(done => done.Write.Committed(done.Unit));
        }
        catch (Exception reason)
        {
            await db.DisposeAsync();
            foreach (var write in writes)
            {
                write.Failed(reason);
            }
        }
    }

    /// <summary>Does one write's part of a transaction.</summary>
    /// <returns>Null when it failed and its part was undone, which leaves the others' parts as they are.</returns>
    private async Task<UnitOfWork?> RunAsync(DataConnection db, PendingWrite write, bool alone)
    {
        var unit = new UnitOfWork(db, _clock.GetUtcNow());
        if (alone)
        {
            await RunAsync(unit, write);
            return unit;
        }

        await db.ExecuteAsync("SAVEPOINT part");
        try
        {
            await RunAsync(unit, write);
            await db.ExecuteAsync("RELEASE part");
            return unit;
        }
        catch (Exception reason) when (reason is not IStopTheProcess)
        {
            await db.ExecuteAsync("ROLLBACK TO part");
            await db.ExecuteAsync("RELEASE part");
            write.Failed(reason);
            return null;
        }
    }

    private async Task RunAsync(UnitOfWork unit, PendingWrite write)
    {
        await write.RunAsync(unit);
        await Outbox.AppendAsync(unit);
        _checkpoints.ReachedUncommitted($"{write.Name}/uncommitted");
    }

    private DataConnection TakeConnection() => _idle.TryTake(out var db) ? db : new DataConnection(_options);

    private async Task GiveBackAsync(DataConnection db)
    {
        _idle.Add(db);
        // A reader that outlived the database would leave its connection to nobody.
        if (_disposed && _idle.TryTake(out var last))
        {
            await last.DisposeAsync();
        }
    }
}
