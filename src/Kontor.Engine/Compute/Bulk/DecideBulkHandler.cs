using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>What a person can decide about a wish for many machines: stop what has not begun, or try what failed again.</summary>
public sealed class DecideBulkHandler(Database database, BulkSignal signal)
{
    /// <summary>Begins no further machine; those under way go on.</summary>
    /// <param name="id">The bulk.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public Task<Result<ShownBulk>> StopAsync(string id, string? source, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("bulk.stop", unit => StopAsync(unit, id, source, actor), cancellationToken);

    /// <summary>Wishes anew for the machines that failed.</summary>
    /// <inheritdoc cref="StopAsync(string, string?, Actor, CancellationToken)"/>
    public Task<Result<ShownBulk>> RetryAsync(string id, string? source, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("bulk.retry", unit => RetryAsync(unit, id, source, actor), cancellationToken);

    private async Task<Result<ShownBulk>> StopAsync(UnitOfWork unit, string id, string? source, Actor actor)
    {
        if (await BulkStore.FindAsync(unit.Db, id, source) is not { } bulk)
        {
            return BulkProblems.NotFound();
        }

        var stopped = await BulkStore.StopWaitingAsync(unit, id);
        if (stopped == 0 && bulk.StopRequestedAt is null)
        {
            return BulkProblems.NothingToStop();
        }

        if (stopped > 0)
        {
            await BulkStore.SetAsync(unit, id, unit.Now, bulk.FinishedAt);
            await AuditTrail.AppendAsync(unit, actor, "bulk.stopped", id, new { Stopped = stopped });
        }

        return await ShowAsync(unit, id);
    }

    private async Task<Result<ShownBulk>> RetryAsync(UnitOfWork unit, string id, string? source, Actor actor)
    {
        if (await BulkStore.FindAsync(unit.Db, id, source) is null)
        {
            return BulkProblems.NotFound();
        }

        var again = await BulkStore.RetryFailedAsync(unit, id);
        if (again == 0)
        {
            return BulkProblems.NothingFailed();
        }

        await BulkStore.SetAsync(unit, id, stopRequestedAt: null, finishedAt: null);
        await AuditTrail.AppendAsync(unit, actor, "bulk.retried", id, new { Again = again });
        return await ShowAsync(unit, id);
    }

    private async Task<Result<ShownBulk>> ShowAsync(UnitOfWork unit, string id)
    {
        unit.AfterCommit(signal.Wake.Set);
        return new ShownBulk((await BulkStore.FindAsync(unit.Db, id, source: null))!, await BulkStore.ItemsAsync(unit.Db, id));
    }
}
