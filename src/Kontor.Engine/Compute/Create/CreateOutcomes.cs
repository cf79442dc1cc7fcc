using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>Writes what came of a purchase: each outcome one transaction, conditional on the attempt it belongs to.</summary>
public sealed class CreateOutcomes(
    Database database, OperationStore operations, FindingStore findings, IIdSource ids, PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    /// <summary>The machine was bought and this is its number.</summary>
    public Task BoughtAsync(Operation seen, ProviderInstanceId instance, string proof, CancellationToken cancellationToken) =>
        database.WriteAsync("create.bought", unit => BoughtAsync(unit, seen, instance, proof), cancellationToken);

    /// <summary>Definitely not done.</summary>
    public Task RefusedAsync(Operation seen, ContaboApiException failure, CancellationToken cancellationToken)
    {
        var texts = failure.ProviderMessages.Count > 0 ? string.Join("; ", failure.ProviderMessages) : failure.Reason.ToString();
        return database.WriteAsync(
            "create.refused",
            unit => MoveAttemptAsync(unit, seen, CreateInstanceTrigger.Refused, IntentOutcome.Refused, texts, state =>
                CreateInstanceFlow.Move(state, $"Refused, nothing bought: {texts}", Worker) with { Problem = PurchasingProblems.ProviderRefused(texts) }),
            cancellationToken);
    }

    /// <summary>It may have been done: look, never repeat.</summary>
    public Task UnknownAsync(Operation seen, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        "create.unknown",
        unit => MoveAttemptAsync(unit, seen, CreateInstanceTrigger.ReplyLost, IntentOutcome.Unknown, reason, state =>
            Uncertain(state, unit.Now, reason)),
        cancellationToken);

    /// <summary>The run that sent it ended without recording an answer.</summary>
    public Task SenderLostAsync(Operation seen, CancellationToken cancellationToken) => database.WriteAsync(
        "create.sender_lost",
        unit => MoveAttemptAsync(unit, seen, CreateInstanceTrigger.SenderLost, IntentOutcome.Unknown, "the sender ended", state =>
            Uncertain(state, unit.Now, "the process that sent it ended")),
        cancellationToken);

    /// <summary>The provider cannot make what was sealed; no intent was saved.</summary>
    public Task UnfitAsync(Operation seen, Problem problem, CancellationToken cancellationToken) => database.WriteAsync(
        "create.unfit",
        unit => operations.TryMoveAsync(
            unit,
            seen,
            CreateInstanceFlow.Move(
                CreateInstanceStates.Table.Next(CreateInstanceState.Accepted, CreateInstanceTrigger.Unfit), problem.Detail, Worker)
                with
            { Problem = problem }),
        cancellationToken);

    private async Task BoughtAsync(UnitOfWork unit, Operation seen, ProviderInstanceId instance, string proof)
    {
        var now = (await OperationStore.FindAsync(unit, seen.Id))!;
        var trigger = proof == PurchaseLedger.ByAnswer ? CreateInstanceTrigger.Recorded : CreateInstanceTrigger.Found;
        var order = await SaleStore.OrderOfAsync(unit, seen.Id);
        if (now.Attempt != seen.Attempt || !CreateInstanceStates.Table.Allows(CreateInstanceFlow.StateOf(now), trigger))
        {
            await AlreadySettledAsync(unit, now, order, instance);
            return;
        }

        var resource = NewResource(now, order, instance) with { Hostname = await ResourceStore.HostnameOfAsync(unit, order.SubjectId) };
        var next = CreateInstanceStates.Table.Next(CreateInstanceFlow.StateOf(now), trigger);
        var move = CreateInstanceFlow.Move(next, $"Bought: machine {instance} on account {order.Account}.", Worker) with
        {
            ResourceId = resource.Id,
            DueAt = unit.Now + options.LookEvery,
            DeadlineAt = unit.Now + options.ProvisioningDeadline,
        };
        if (!await operations.TryMoveAsync(unit, now, move))
        {
            throw new InvalidOperationException("A row moved inside the transaction that had just read it.");
        }

        await RecordAsync(unit, now, order, resource, proof);
    }

    private async Task RecordAsync(UnitOfWork unit, Operation operation, SealedOrder order, Resource resource, string proof)
    {
        await IntentStore.CloseAsync(
            unit,
            operation.Id,
            operation.Attempt,
            proof == PurchaseLedger.ByAnswer ? IntentOutcome.Recorded : IntentOutcome.Found,
            $"instance {resource.ProviderId}");
        await ResourceStore.InsertAsync(unit, resource, new InstanceRow { ResourceId = resource.Id, SeenAt = unit.Now });
        await PurchaseLedger.RecordAsync(unit, ids.NewId(), operation, order, resource.Id, resource.ProviderId, proof);
        await ContractStore.StartAsync(unit, resource.Id, order.TermMonths);
        await SaleStore.AllocateAsync(unit, ids.NewId(), order.SubjectId, order.Generation, resource.Id);
        unit.Publish(new InstanceBought(
            order.SubjectId.Value, order.Generation, resource.Id.Value, order.Account.Value, resource.ProviderId.Value));
    }

    /// <summary>An answer came for what was settled otherwise: the same machine is no news, another one is an alarm.</summary>
    private async Task AlreadySettledAsync(UnitOfWork unit, Operation operation, SealedOrder order, ProviderInstanceId instance)
    {
        var known = await ResourceStore.FindAsync(unit, order.Account, instance);
        if (known is null || known.Id != operation.ResourceId)
        {
            await findings.RaiseAsync(unit, new NewFinding(
                operation.ResourceId is null ? FindingKind.Orphan : FindingKind.DuplicatePurchase,
                $"{order.Account}/{instance}",
                $"Machine {instance} was bought for an order that stands as '{operation.State}': check it in Contabo's panel, it costs money.",
                order.Account,
                order.SubjectId));
        }
    }

    private Resource NewResource(Operation operation, SealedOrder order, ProviderInstanceId instance) => new()
    {
        Id = new ResourceId(ids.NewId()),
        Account = order.Account,
        Kind = Resource.InstanceKind,
        ProviderId = instance,
        Origin = Resource.Bought,
        Source = operation.Source,
        SubjectId = order.SubjectId,
        Generation = order.Generation,
        Marker = order.Marker,
        Label = order.Label,
        State = Resource.Present,
        CreatedAt = operation.UpdatedAt,
    };

    private async Task MoveAttemptAsync(
        UnitOfWork unit,
        Operation seen,
        CreateInstanceTrigger trigger,
        string outcome,
        string detail,
        Func<CreateInstanceState, OperationMove> move)
    {
        var now = (await OperationStore.FindAsync(unit, seen.Id))!;
        var state = CreateInstanceFlow.StateOf(now);
        if (now.Attempt == seen.Attempt
            && CreateInstanceStates.Table.Allows(state, trigger)
            && await operations.TryMoveAsync(unit, now, move(CreateInstanceStates.Table.Next(state, trigger))))
        {
            await IntentStore.CloseAsync(unit, seen.Id, seen.Attempt, outcome, detail);
        }
    }

    private OperationMove Uncertain(CreateInstanceState state, DateTimeOffset now, string reason) =>
        CreateInstanceFlow.Move(state, $"The answer was lost ({reason}); looking the order up, not sending it again.", Worker) with
        {
            Problem = PurchasingProblems.OutcomeUnknown(reason),
            DueAt = now,
            // No earlier than absence may be believed, or a complete list could never say so in time.
            DeadlineAt = now + options.OrderTimeout + options.Settling,
        };
}
