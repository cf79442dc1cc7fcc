using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>
/// Begins the machines of each bulk as slots are free. A machine begins in one transaction with its operation, so that a
/// process may die at any moment: none is lost, and none begins twice.
/// </summary>
public sealed class BulkRunner(Database database, BulkStore bulks, ChangeInstanceHandler changes, ILogger<BulkRunner> log)
{
    private static readonly Actor Worker = Actor.Kontor("bulk");

    /// <summary>Begins all that may begin now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var bulk in await bulks.UnfinishedAsync(cancellationToken))
        {
            // One broken bulk must not hold up the others.
            await Rounds.TryAsync(() => RunAsync(bulk.Id, cancellationToken), bug => log.BulkBroken(bug, bulk.Id));
        }
    }

    private async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        while (await CanBeginAsync(id, cancellationToken)
            && await database.WriteAsync("bulk.item_started", unit => BeginAsync(unit, id), cancellationToken))
        {
        }

        if (await IsOverAsync(id, cancellationToken))
        {
            await database.WriteAsync("bulk.finished", unit => FinishAsync(unit, id), cancellationToken);
        }
    }

    /// <summary>Looked at before a write is begun: a loop writes nothing where nothing is to be done.</summary>
    private Task<bool> CanBeginAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        async db => await BulkStore.FindAsync(db, id, source: null) is { StopRequestedAt: null } bulk
            && await BulkStore.CountAsync(db, id, BulkItem.Running) < bulk.AtOnce
            && await BulkStore.NextAsync(db, id) is not null,
        cancellationToken);

    private Task<bool> IsOverAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        async db => await BulkStore.CountAsync(db, id, BulkItem.Waiting) == 0 && await BulkStore.CountAsync(db, id, BulkItem.Running) == 0,
        cancellationToken);

    private async Task<bool> BeginAsync(UnitOfWork unit, string id)
    {
        if (await BulkStore.FindAsync(unit.Db, id, source: null) is not { StopRequestedAt: null } bulk
            || await BulkStore.CountAsync(unit.Db, id, BulkItem.Running) >= bulk.AtOnce
            || await BulkStore.NextAsync(unit.Db, id) is not { } next)
        {
            return false;
        }

        var wish = new ChangeInstance(new ResourceId(next.Instance), bulk.Action, bulk.Source);
        var actor = JsonSerializer.Deserialize<Actor>(bulk.Actor, StorageJson.Options)!;
        var accepted = await changes.AcceptAsync(unit, wish, $"bulk/{id}/{next.Number}/{next.Round}", actor);
        return await BulkStore.TryMoveAsync(unit, next, accepted.Problem is { } refused
            ? next with { State = BulkItem.Failed, ProblemCode = refused.Code, ProblemDetail = refused.Detail }
            : next with { State = BulkItem.Running, OperationId = accepted.Value.Id });
    }

    private static async Task FinishAsync(UnitOfWork unit, string id)
    {
        if (await BulkStore.FindAsync(unit.Db, id, source: null) is not { FinishedAt: null } bulk
            || await BulkStore.CountAsync(unit.Db, id, BulkItem.Waiting) > 0
            || await BulkStore.CountAsync(unit.Db, id, BulkItem.Running) > 0)
        {
            return;
        }

        await BulkStore.SetAsync(unit, id, bulk.StopRequestedAt, unit.Now);
        await AuditTrail.AppendAsync(unit, Worker, "bulk.finished", id, new
        {
            Succeeded = await BulkStore.CountAsync(unit.Db, id, BulkItem.Succeeded),
            Failed = await BulkStore.CountAsync(unit.Db, id, BulkItem.Failed),
            Stopped = await BulkStore.CountAsync(unit.Db, id, BulkItem.Stopped),
        });
    }
}
