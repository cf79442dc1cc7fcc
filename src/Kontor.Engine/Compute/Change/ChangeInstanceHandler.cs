using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Change;

/// <summary>Accepts a wish about a machine, or says why not; one wish at a time for each machine.</summary>
public sealed class ChangeInstanceHandler(Database database, ChangeStore store, InstanceChanges changes, PendingSecrets pending)
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
        if (Rights.RefusalOf(actor, change.Right) is { } forbidden)
        {
            return forbidden;
        }

        return change is IAskFirst first && await AskAsync(first, request, idempotencyKey, actor, cancellationToken) is { } refused
            ? refused
            : await database.WriteAsync(
                $"{change.Family}.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);
    }

    /// <summary>A request that was accepted before is not judged anew, whatever the provider says today.</summary>
    private async Task<Problem?> AskAsync(
        IAskFirst first, ChangeInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        var fresh = await database.ReadAsync(
            async db => await FindAsync(db, request, actor) is { State: Resource.Present, Source: { } source } resource
                && await IdempotencyKeys.FindAsync(db, source, idempotencyKey) is null
                    ? resource
                    : null,
            cancellationToken);
        return fresh is null ? null : await first.AskAsync(fresh, request.Input, cancellationToken);
    }

    /// <summary>Accepts the wish in a transaction of the caller's.</summary>
    internal async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, ChangeInstance request, string idempotencyKey, Actor actor)
    {
        if (await FindAsync(unit.Db, request, actor) is not { Source: { } source } resource)
        {
            return ComputeProblems.InstanceNotFound();
        }

        var change = changes[request.Change];
        var secrets = await pending.DigestAsync(unit, source, request.Secrets);
        var hash = IdempotencyKeys.HashOf(new { request.Instance.Value, Action = change.Name, request.Input, Secrets = secrets });
        if (await SameRequest.FindAsync(unit, source, idempotencyKey, hash) is { } same)
        {
            return same;
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

    /// <summary>Why the wish would be refused now; null when it would be accepted. Nothing is written.</summary>
    internal async Task<Problem?> JudgeAsync(UnitOfWork unit, ChangeInstance request, Actor actor)
    {
        var change = changes[request.Change];
        return await FindAsync(unit.Db, request, actor) is { } resource
            ? await RefusalAsync(unit, change, store.Draft(NewChangeOf(request, change, resource, actor), unit.Now))
            : ComputeProblems.InstanceNotFound();
    }

    private static NewChange NewChangeOf(ChangeInstance request, InstanceChange change, Resource resource, Actor actor) =>
        new(change, resource, actor, $"Accepted: {change.Name}.")
        {
            Input = request.Input,
            AuditDetail = request.Audited is { } audited ? new { Instance = resource.Id.Value, Action = change.Name, Wish = audited } : null,
        };

    /// <summary>The machine of a wish, if it serves a subject that the actor sees.</summary>
    private static async Task<Resource?> FindAsync(DataConnection db, ChangeInstance request, Actor actor) =>
        await ResourceStore.FindAsync(db, request.Instance) is { Source: { } source, SubjectId: not null } resource
            && (request.Source is null || source == request.Source)
            && await Sight.SeesAsync(db, actor, source, resource.SubjectId)
                ? resource
                : null;

    /// <summary>Why a drafted change cannot be opened now, by our own rows; null when it can.</summary>
    internal static async Task<Problem?> RefusalAsync(UnitOfWork unit, InstanceChange change, ChangeScene draft)
    {
        if (draft.Resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        if (await ChangeRules.RefusalAsync(unit, change, draft) is { } refused)
        {
            return refused;
        }

        return await ChangeRules.BusyAsync(unit.Db, draft.Resource.Id) is { } busy
            ? ComputeProblems.InstanceBusy(busy.Id, busy.Type)
            : change.Misfit(draft, await ResourceStore.MirrorAsync(unit, draft.Resource.Id));
    }
}
