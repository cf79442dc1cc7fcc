using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>Accepts a wish about a machine, or says why not; one wish at a time for each machine.</summary>
public sealed class ChangeInstanceHandler(Database database, ChangeStore store, InstanceChanges changes)
{
    /// <summary>Accepts the wish.</summary>
    /// <param name="request">The wish, its input well formed.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> HandleAsync(
        ChangeInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        var change = changes[request.Change];
        return change is IAskFirst first && await AskAsync(first, request, idempotencyKey, cancellationToken) is { } refused
            ? refused
            : await database.WriteAsync(
                $"{change.Family}.accept", unit => AcceptAsync(unit, request, change, idempotencyKey, actor), cancellationToken);
    }

    /// <summary>A request that was accepted before is not judged anew, whatever the provider says today.</summary>
    private async Task<Problem?> AskAsync(IAskFirst first, ChangeInstance request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var fresh = await database.ReadAsync(
            async db => await ResourceStore.FindAsync(db, request.Instance) is { State: Resource.Present, Source: { } source } resource
                && (request.Source is null || source == request.Source)
                && await IdempotencyKeys.FindAsync(db, source, idempotencyKey) is null
                    ? resource
                    : null,
            cancellationToken);
        return fresh is null ? null : await first.AskAsync(fresh, request.Input, cancellationToken);
    }

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, ChangeInstance request, InstanceChange change, string idempotencyKey, Actor actor)
    {
        var resource = await ResourceStore.FindAsync(unit, request.Instance);
        if (resource is not { Source: { } source, SubjectId: not null } || (request.Source is not null && source != request.Source))
        {
            return ComputeProblems.InstanceNotFound();
        }

        var hash = IdempotencyKeys.HashOf(new { request.Instance.Value, Action = change.Name, request.Input });
        if (await IdempotencyKeys.FindAsync(unit, source, idempotencyKey) is { } remembered)
        {
            return remembered.RequestHash == hash
                ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
                : PurchasingProblems.KeyReused();
        }

        var opened = new NewChange(change, resource, actor, $"Accepted: {change.Name}.") { Input = request.Input };
        var draft = store.Draft(opened, unit.Now);
        if (await RefusalAsync(unit, change, draft) is { } refused)
        {
            return refused;
        }

        var operation = await store.OpenAsync(unit, opened, draft);
        await IdempotencyKeys.RememberAsync(unit, source, idempotencyKey, hash, operation.Id);
        return operation;
    }

    /// <summary>Why a drafted change cannot be opened now, by our own rows; null when it can.</summary>
    internal static async Task<Problem?> RefusalAsync(UnitOfWork unit, InstanceChange change, ChangeScene draft)
    {
        if (draft.Resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        if (await change.RefusalAsync(unit, draft) is { } refused)
        {
            return refused;
        }

        return await OperationStore.UnderWayAsync(unit.Db, draft.Resource.Id) is { } busy
            ? ComputeProblems.InstanceBusy(busy.Id, busy.Type)
            : change.Misfit(draft, await ResourceStore.MirrorAsync(unit, draft.Resource.Id));
    }
}
