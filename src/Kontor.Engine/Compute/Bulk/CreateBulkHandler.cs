using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>Accepts a wish for many machines, or says what would come of it. Whether each machine takes it shows when its turn comes.</summary>
public sealed class CreateBulkHandler(Database database, ChangeInstanceHandler changes, InstanceChanges kinds, BulkSignal signal, IIdSource ids)
{
    /// <summary>Accepts it, or says why not.</summary>
    public async Task<Result<ShownBulk>> HandleAsync(CreateBulk request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        (Rights.RefusalOf(actor, Right.Other) ?? request.Fault(kinds)) is { } malformed
            ? malformed
            : await database.WriteAsync("bulk.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    /// <summary>Says for each machine why it would be refused now; null when it would not. Nothing is written.</summary>
    public async Task<Result<BulkPreview>> PreviewAsync(CreateBulk request, Actor actor, CancellationToken cancellationToken) =>
        (Rights.RefusalOf(actor, Right.Other) ?? request.Fault(kinds)) is { } malformed
            ? malformed
            : await database.WriteAsync<Result<BulkPreview>>(
                "bulk.previewed", async unit => new BulkPreview(await JudgeAsync(unit, request, actor)), cancellationToken);

    private async Task<List<(string Instance, Problem? Problem)>> JudgeAsync(UnitOfWork unit, CreateBulk request, Actor actor)
    {
        var judged = new List<(string, Problem?)>();
        foreach (var id in request.Instances)
        {
            judged.Add((id, await changes.JudgeAsync(unit, new ChangeInstance(new ResourceId(id), request.Action, request.Source), actor)));
        }

        return judged;
    }

    private async Task<Result<ShownBulk>> AcceptAsync(UnitOfWork unit, CreateBulk request, string idempotencyKey, Actor actor)
    {
        var (caller, hash) = (request.Source ?? "", IdempotencyKeys.HashOf(request));
        if (await BulkStore.FindByKeyAsync(unit, caller, idempotencyKey) is { } known)
        {
            return known.RequestHash == hash
                ? new ShownBulk(known, await BulkStore.ItemsAsync(unit.Db, known.Id))
                : PurchasingProblems.KeyReused();
        }

        var row = NewRow(request, idempotencyKey, hash, actor, unit.Now);
        var items = request.Instances
            .Select((id, number) => new BulkItem { BulkId = row.Id, Number = number, Instance = id, Round = 1, State = BulkItem.Waiting })
            .ToList();
        await BulkStore.InsertAsync(unit, row);
        await BulkStore.InsertAsync(unit, items);
        await AuditTrail.AppendAsync(unit, actor, "bulk.accepted", row.Id, new { request.Action, Instances = items.Count, request.AtOnce });
        unit.AfterCommit(signal.Wake.Set);
        return new ShownBulk(row, items);
    }

    private BulkRow NewRow(CreateBulk request, string key, string hash, Actor actor, DateTimeOffset now) => new()
    {
        Id = ids.NewId(),
        Source = request.Source,
        Caller = request.Source ?? "",
        Key = key,
        RequestHash = hash,
        Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
        Action = request.Action,
        AtOnce = request.AtOnce,
        CreatedAt = now,
        UpdatedAt = now,
    };
}

/// <summary>What would come of a wish for many machines.</summary>
/// <param name="Items">Each machine, and why it would be refused now; null when it would not.</param>
public sealed record BulkPreview(IReadOnlyList<(string Instance, Problem? Problem)> Items);
