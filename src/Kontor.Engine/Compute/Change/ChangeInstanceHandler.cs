using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Change;

/// <summary>Accepts a wish about a machine, or says why not; one wish at a time for each machine.</summary>
public sealed class ChangeInstanceHandler(Database database, ChangeStore store, InstanceChanges changes, PendingSecrets pending)
{
    /// <summary>Accepts the wish.</summary>
    /// <param name="request">The wish, its input well formed.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> HandleAsync(ChangeInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        var change = changes[request.Change];
        return Rights.RefusalOf(actor, change.Right) is { } refused
            ? refused
            : await database.WriteAsync($"{change.Family}.accept", unit => AcceptAsync(unit, request, change, idempotencyKey, actor), cancellationToken);
    }

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, ChangeInstance request, InstanceChange change, string idempotencyKey, Actor actor)
    {
        var resource = await ResourceStore.FindAsync(unit, request.Instance);
        if (resource is not { Source: { } source, SubjectId: not null }
            || (request.Source is not null && source != request.Source)
            || !await Sight.SeesAsync(unit.Db, actor, source, resource.SubjectId))
        {
            return ComputeProblems.InstanceNotFound();
        }

        var secrets = await pending.DigestAsync(unit, source, request.Secrets);
        var hash = IdempotencyKeys.HashOf(new { request.Instance.Value, Action = change.Name, request.Input, Secrets = secrets });
        if (await IdempotencyKeys.FindAsync(unit, source, idempotencyKey) is { } remembered)
        {
            return remembered.RequestHash == hash
                ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
                : PurchasingProblems.KeyReused();
        }

        var opened = NewChangeOf(request, change, resource, actor);
        var draft = store.Draft(opened, unit.Now);
        if (await RefusalAsync(unit, change, draft) is { } refused)
        {
            return refused;
        }

        var operation = await store.OpenAsync(unit, opened, draft);
        foreach (var (what, secret) in request.Secrets)
        {
            await pending.KeepAsync(unit, source, operation.Id, what, secret);
        }

        await IdempotencyKeys.RememberAsync(unit, source, idempotencyKey, hash, operation.Id);
        return operation;
    }

    private static NewChange NewChangeOf(ChangeInstance request, InstanceChange change, Resource resource, Actor actor) =>
        new(change, resource, actor, $"Accepted: {change.Name}.")
        {
            Input = request.Input,
            AuditDetail = request.Audited is { } audited ? new { Instance = resource.Id.Value, Action = change.Name, Wish = audited } : null,
        };

    private static async Task<Problem?> RefusalAsync(UnitOfWork unit, InstanceChange change, ChangeScene draft)
    {
        if (draft.Resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        if (await ChangeRules.RefusalAsync(unit, change, draft) is { } refused)
        {
            return refused;
        }

        return await OperationStore.UnderWayAsync(unit.Db, draft.Resource.Id) is { } busy
            ? ComputeProblems.InstanceBusy(busy.Id, busy.Type)
            : change.Misfit(draft, await ResourceStore.MirrorAsync(unit, draft.Resource.Id));
    }
}
