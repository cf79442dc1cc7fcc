using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>The rows of changes to machines: how one is opened, and what belongs to one that is under way.</summary>
public sealed class ChangeStore(Database database, OperationStore operations, IIdSource ids)
{
    /// <summary>Opens a change as an operation, with its audit row.</summary>
    /// <param name="unit">The transaction of the acceptance.</param>
    /// <param name="opened">What is opened.</param>
    public Task<Operation> OpenAsync(UnitOfWork unit, NewChange opened) => OpenAsync(unit, opened, Draft(opened, unit.Now));

    /// <summary>A change as it would be opened, to be judged before it is.</summary>
    internal ChangeScene Draft(NewChange opened, DateTimeOffset now)
    {
        var operation = NewOperation(opened, new OperationId(ids.NewId()), now);
        return new ChangeScene(operation, opened.Resource, opened.Input is { } input ? ChangeWish.Of(operation.Id, input) : null);
    }

    /// <summary>Opens a change that was drafted.</summary>
    internal async Task<Operation> OpenAsync(UnitOfWork unit, NewChange opened, ChangeScene draft)
    {
        var operation = draft.Operation;
        if (draft.Wish is not null)
        {
            await ChangeWish.InsertAsync(unit, draft.Wish);
        }

        await operations.InsertAsync(unit, operation, opened.Text);
        await AuditTrail.AppendAsync(
            unit,
            opened.Actor,
            opened.AuditAction ?? $"{opened.Change.Family}.accepted",
            operation.Id.Value,
            opened.AuditDetail ?? new { Instance = opened.Resource.Id.Value, Action = opened.Change.Name, Wish = opened.Change.Audited(opened.Input) });
        await opened.Change.OnAcceptedAsync(unit, draft);
        return operation;
    }

    /// <summary>What belongs to an operation, inside a transaction.</summary>
    public static async Task<ChangeScene> SceneAsync(UnitOfWork unit, Operation operation) => new(
        operation, await ResourceStore.GetAsync(unit, operation.ResourceId!.Value), await ChangeWish.FindAsync(unit.Db, operation.Id));

    /// <summary>What belongs to an operation.</summary>
    public Task<ChangeScene> SceneAsync(Operation operation, CancellationToken cancellationToken) => database.ReadAsync(
        async db => new ChangeScene(operation, await ResourceStore.GetAsync(db, operation.ResourceId!.Value), await ChangeWish.FindAsync(db, operation.Id)),
        cancellationToken);

    /// <summary>Keeps what was learned about a change that is under way.</summary>
    /// <returns>The scene with it.</returns>
    public async Task<ChangeScene> LearnAsync(ChangeScene scene, string name, object facts, CancellationToken cancellationToken)
    {
        await database.WriteAsync(name, unit => ChangeWish.LearnAsync(unit, scene.Operation.Id, facts), cancellationToken);
        return await SceneAsync(scene.Operation, cancellationToken);
    }

    private static Operation NewOperation(NewChange opened, OperationId id, DateTimeOffset now) => new()
    {
        Id = id,
        Type = opened.Change.Type,
        // A machine may be restarted as often as its customer likes: the id tells one wish from the next.
        Key = opened.Key ?? $"{opened.Resource.Id}/{opened.Change.Name}/{id}",
        State = ChangeStates.Table.NameOf(opened.IsSo ? ChangeState.Succeeded : ChangeState.Accepted),
        Status = OperationStore.StatusName(opened.IsSo ? OperationStatus.Succeeded : OperationStatus.Pending),
        Source = opened.Resource.Source!,
        SubjectId = opened.Resource.SubjectId!.Value,
        Generation = opened.Resource.Generation ?? 1,
        Account = opened.Resource.Account,
        ResourceId = opened.Resource.Id,
        Actor = JsonSerializer.Serialize(opened.Actor, StorageJson.Options),
        DueAt = opened.IsSo ? null : now,
        DeadlineAt = opened.IsSo ? null : now + opened.Change.Patience,
        CreatedAt = now,
        UpdatedAt = now,
    };
}

/// <summary>A change to a machine before it has a row.</summary>
/// <param name="Change">What kind of change.</param>
/// <param name="Resource">The machine; it serves a subject.</param>
/// <param name="Actor">Who wishes.</param>
/// <param name="Text">Its first step, a sentence for a person.</param>
public sealed record NewChange(InstanceChange Change, Resource Resource, Actor Actor, string Text)
{
    /// <summary>Gets what is asked; null when the kind of change says it all.</summary>
    public object? Input { get; init; }

    /// <summary>Gets the operation's key; null when the same may be wished any number of times.</summary>
    public string? Key { get; init; }

    /// <summary>Gets the action of the audit row; null for the family's own.</summary>
    public string? AuditAction { get; init; }

    /// <summary>Gets the facts of the audit row; null for the machine, the change and what is asked.</summary>
    public object? AuditDetail { get; init; }

    /// <summary>Gets whether it is so already, so that nothing is left to do.</summary>
    public bool IsSo { get; init; }
}
