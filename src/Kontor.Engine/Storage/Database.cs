using System.Data;
using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Data;

namespace Kontor.Engine.Storage;

/// <summary>The one way to the database: reads, and named write transactions.</summary>
/// <remarks>
/// SQLite has one writer at a time, so writers queue here instead of in the database, and a transaction never waits for
/// anything but the disk. Every write has a name; the fault simulation stops the world before, inside and after it.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ICheckpoints _checkpoints;
    private readonly DataOptions _options;
    private readonly SemaphoreSlim _writers = new(1, 1);

    public Database(string connectionString, TimeProvider clock, ICheckpoints checkpoints)
    {
        (_clock, _checkpoints) = (clock, checkpoints);
        // Made once: every connection made from the same options shares the queries already translated.
        _options = new DataOptions().UseConnectionString(Mapping.Provider, connectionString).UseMappingSchema(Mapping.Schema)
            // With SQL's own null rules a query has one text whatever its parameters are, and is translated once.
            .UseCompareNulls(CompareNulls.LikeSql);
    }

    /// <summary>Reads one state of the whole database, however many queries it takes and whatever is written meanwhile.</summary>
    public async Task<T> ReadAsync<T>(Func<DataConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = new DataConnection(_options);
        // To this driver that level means a deferred transaction: it takes no lock and, in WAL mode, is a snapshot.
        await db.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);
        return await read(db);
    }

    /// <summary>Runs one write transaction.</summary>
    /// <param name="name">What becomes true, <c>capability.fact</c>: its place in the list of crash points.</param>
    /// <param name="work">The work; it must not wait for anything but the database.</param>
    /// <param name="cancellationToken">Gives up waiting for a turn; a transaction that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(string name, Func<UnitOfWork, Task<T>> work, CancellationToken cancellationToken)
    {
        await _checkpoints.ReachedAsync($"{name}/before");
        var (result, unit) = await CommitAsync(name, work, cancellationToken);
        await _checkpoints.ReachedAsync($"{name}/committed");
        unit.RunAfterCommit();
        return result;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(string name, Func<UnitOfWork, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(name, async unit => { await work(unit); return true; }, cancellationToken);

    public void Dispose() => _writers.Dispose();

    private async Task<(T Result, UnitOfWork Unit)> CommitAsync<T>(
        string name, Func<UnitOfWork, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writers.WaitAsync(cancellationToken);
        try
        {
            await using var db = new DataConnection(_options);
            await db.BeginTransactionAsync(cancellationToken);
            var unit = new UnitOfWork(db, _clock.GetUtcNow());
            var result = await work(unit);
            await Outbox.AppendAsync(unit);
            _checkpoints.ReachedUncommitted($"{name}/uncommitted");
            await db.CommitTransactionAsync(CancellationToken.None);
            return (result, unit);
        }
        finally
        {
            _writers.Release();
        }
    }
}
