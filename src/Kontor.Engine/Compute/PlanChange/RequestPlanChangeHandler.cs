using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>Has a person change a machine's plan: the offer is sealed, the inbox says what to order, the operation waits for the machine to show it.</summary>
public sealed class RequestPlanChangeHandler(
    Database database, OffersHandler offers, OperationStore operations, TaskStore tasks, IIdSource ids, ComputeOptions options)
{
    /// <summary>Asks for it, or says why not.</summary>
    public async Task<Result<Operation>> HandleAsync(RequestPlanChange request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.AddOns) is { } forbidden)
        {
            return forbidden;
        }

        if (request.OfferId is null == request.Plan is null)
        {
            return PlanProblems.Choice();
        }

        var shown = await offers.HandleAsync(request.Machine, actor, cancellationToken);
        var chosen = shown.Problem is { } unread ? unread : await ChooseAsync(request, shown.Value, cancellationToken);
        var call = new Call(request, idempotencyKey, actor, chosen, shown.Problem is null ? shown.Value.Current : null);
        return await database.WriteAsync("plan_change.accept", unit => AcceptAsync(unit, call), cancellationToken);
    }

    private async Task<Result<PlanOffer>> ChooseAsync(RequestPlanChange request, ShownOffers shown, CancellationToken cancellationToken)
    {
        var plan = request.Plan ?? shown.Offers.FirstOrDefault(offer => offer.OfferId == request.OfferId)?.Plan;
        if (plan is null)
        {
            return PlanProblems.OfferGone(request.OfferId!.Value);
        }

        return await offers.RefusalAsync(shown, plan, cancellationToken) is { } refused ? refused : shown.Offers.First(offer => offer.Plan == plan);
    }

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, Call call)
    {
        if (await ResourceStore.FindAsync(unit, call.Request.Machine) is not { Source: { } source, SubjectId: not null } machine
            || !await Sight.SeesAsync(unit.Db, call.Actor, source, machine.SubjectId))
        {
            return ComputeProblems.InstanceNotFound();
        }

        var hash = IdempotencyKeys.HashOf(call.Request);
        if (await SameRequest.FindAsync(unit, source, call.Key, hash) is { } same)
        {
            return same;
        }

        if ((call.Offer.Problem ?? await RefusalAsync(unit, machine)) is { } refused)
        {
            return refused;
        }

        var operation = await OpenAsync(unit, call, machine);
        await IdempotencyKeys.RememberAsync(unit, source, call.Key, hash, operation.Id);
        return operation;
    }

    private static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource machine) =>
        await PlanChangeFlow.EndOfAsync(unit, machine)
        ?? await ChangeRules.RefusalAsync(unit, machine)
        ?? (await OperationStore.OpenOfTypeAsync(unit.Db, machine.Id, PlanChangeFlow.TypeName) is { } open ? PlanProblems.Open(open.Id) : null);

    private async Task<Operation> OpenAsync(UnitOfWork unit, Call call, Resource machine)
    {
        var (wish, note) = (new SealedPlanChange(call.Current, call.Offer.Value), PlanProblems.WaitsForPerson(call.Offer.Value.Plan));
        var operation = NewOperation(machine, call.Actor, note, unit.Now);
        await ChangeWish.InsertAsync(unit, ChangeWish.Of(operation.Id, wish));
        await operations.InsertAsync(unit, operation, $"Accepted: {wish.From} is to become {wish.Offer.Plan}, {wish.Offer.DifferenceText()}. {note.Detail}");
        await AuditTrail.AppendAsync(unit, call.Actor, "plan_change.accepted", operation.Id.Value, new { Instance = machine.Id.Value, wish.From, To = wish.Offer.Plan, wish.Offer.OfferId });
        await tasks.OpenAsync(unit, TaskOf(operation, machine, wish), call.Actor);
        return operation;
    }

    private static NewTask TaskOf(Operation operation, Resource machine, SealedPlanChange wish) => new(PlanChangeFlow.TaskKind, operation.Id.Value)
    {
        Title = $"Change machine {machine.ProviderId} from {wish.From} to {wish.Offer.Plan} in Contabo's panel",
        Detail = $"Account {machine.Account}, machine {machine.ProviderId}: order {wish.Offer.Plan} (offer {wish.Offer.OfferId}), {wish.Offer.DifferenceText()}. "
            + $"{(wish.Offer.LiveMigration == false ? $"It is installed anew ({wish.Offer.LiveMigrationDisabledReason}): tell the customer first. " : "")}"
            + $"{(wish.Offer.RequiredConfirmations.Count > 0 ? $"To agree to: {string.Join(", ", wish.Offer.RequiredConfirmations)}. " : "")}"
            + "The task ends by itself when the machine shows the new plan.",
        Consequence = "The customer keeps the old plan, and the offer may change its price or go.",
        DeadlineAt = operation.DeadlineAt!.Value,
        Source = machine.Source,
        SubjectId = machine.SubjectId,
        ResourceId = machine.Id,
        OperationId = operation.Id,
    };

    private Operation NewOperation(Resource machine, Actor actor, Problem note, DateTimeOffset now)
    {
        var id = new OperationId(ids.NewId());
        return new Operation
        {
            Id = id,
            Type = PlanChangeFlow.TypeName,
            Key = $"{machine.Id}/plan_change/{id}",
            State = PlanChangeStates.Table.NameOf(PlanChangeState.Waiting),
            Status = OperationStore.StatusName(OperationStatus.NeedsAttention),
            Source = machine.Source!,
            SubjectId = machine.SubjectId!.Value,
            Generation = machine.Generation ?? 1,
            Account = machine.Account,
            ResourceId = machine.Id,
            Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
            DueAt = now + options.PlanChangeDeadline,
            DeadlineAt = now + options.PlanChangeDeadline,
            ProblemCode = note.Code,
            ProblemDetail = note.Detail,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private sealed record Call(RequestPlanChange Request, string Key, Actor Actor, Result<PlanOffer> Offer, string? Current);
}

/// <summary>The wish that a machine get another plan.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="OfferId">The offer, by the provider's number; null when the plan says it.</param>
/// <param name="Plan">The plan; null when the offer says it.</param>
public sealed record RequestPlanChange(ResourceId Machine, long? OfferId, string? Plan);
