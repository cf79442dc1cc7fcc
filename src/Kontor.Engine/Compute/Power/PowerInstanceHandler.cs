using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Power;

/// <summary>Accepts a wish about a machine's power, or says why not; one wish at a time for each machine.</summary>
public sealed class PowerInstanceHandler(Database database, OperationStore operations, IIdSource ids, ComputeOptions options)
{
    /// <summary>Accepts the wish.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public Task<Result<Operation>> HandleAsync(PowerInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("power.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, PowerInstance request, string idempotencyKey, Actor actor)
    {
        var resource = await ResourceStore.FindAsync(unit, request.Instance);
        if (resource is not { Source: { } source, SubjectId: not null } || (request.Source is not null && source != request.Source))
        {
            return ComputeProblems.InstanceNotFound();
        }

        var hash = IdempotencyKeys.HashOf(new { request.Instance.Value, Action = PowerActions.NameOf(request.Action) });
        if (await IdempotencyKeys.FindAsync(unit, source, idempotencyKey) is { } remembered)
        {
            return remembered.RequestHash == hash
                ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
                : PurchasingProblems.KeyReused();
        }

        if (await RefusalAsync(unit, request.Action, resource) is { } refused)
        {
            return refused;
        }

        var operation = NewOperation(request.Action, resource, actor, unit.Now);
        await operations.InsertAsync(unit, operation, $"Accepted: {PowerActions.NameOf(request.Action)}.");
        await AuditTrail.AppendAsync(unit, actor, "power.accepted", operation.Id.Value, new { Instance = resource.Id.Value, Action = PowerActions.NameOf(request.Action) });
        await IdempotencyKeys.RememberAsync(unit, source, idempotencyKey, hash, operation.Id);
        return operation;
    }

    private static async Task<Problem?> RefusalAsync(UnitOfWork unit, PowerAction action, Resource resource)
    {
        if (resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        if (await PowerRules.RefusalAsync(unit, resource, action) is { } refused)
        {
            return refused;
        }

        if (await OperationStore.UnderWayAsync(unit.Db, resource.Id) is { } busy)
        {
            return ComputeProblems.InstanceBusy(busy.Id, busy.Type);
        }

        var status = (await ResourceStore.MirrorAsync(unit, resource.Id)).Status;
        return PowerActions.Fits(action, status) ? null : ComputeProblems.WrongStatus(PowerActions.NameOf(action), status!);
    }

    private Operation NewOperation(PowerAction action, Resource resource, Actor actor, DateTimeOffset now)
    {
        var id = ids.NewId();
        return new()
        {
            Id = new OperationId(id),
            Type = PowerActions.TypeOf(action),
            // A machine may be restarted as often as its customer likes: the caller's key tells one wish from the next.
            Key = $"{resource.Id}/{PowerActions.NameOf(action)}/{id}",
            State = PowerInstanceStates.Table.NameOf(PowerInstanceState.Accepted),
            Status = OperationStore.StatusName(OperationStatus.Pending),
            Source = resource.Source!,
            SubjectId = resource.SubjectId!.Value,
            Generation = resource.Generation ?? 1,
            Account = resource.Account,
            ResourceId = resource.Id,
            Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
            DueAt = now,
            DeadlineAt = now + options.PowerDeadline,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
