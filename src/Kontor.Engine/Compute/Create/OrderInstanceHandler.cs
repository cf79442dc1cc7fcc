using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Images;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Create;

/// <summary>Accepts an order: one transaction with key, operation, sealed order, audit and outbox; the same order again is the same operation.</summary>
public sealed class OrderInstanceHandler(
    Database database,
    OperationStore operations,
    FindingStore findings,
    OfferHandler offers,
    IIdSource ids,
    PurchasingOptions options)
{
    private readonly OrderRows _rows = new(ids, options);

    /// <summary>The action in the operation's key.</summary>
    public const string Action = "create";

    /// <summary>Accepts an order, or says why not.</summary>
    /// <param name="request">The order.</param>
    /// <param name="idempotencyKey">The caller's key of this request.</param>
    /// <param name="actor">Who orders.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins; an accepted order stays accepted.</param>
    public async Task<Result<AcceptedOrder>> HandleAsync(
        OrderInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if ((Rights.RefusalOf(actor, Right.Order) ?? OrderInstanceRules.Check(request)) is { } malformed)
        {
            return malformed;
        }

        // Two looks, because the second is in the transaction that writes: an order that was accepted before is
        // recognised whatever the catalogue says today.
        var call = new Call(request, idempotencyKey, IdempotencyKeys.HashOf(request), actor);
        var known = await database.ReadAsync(db => OperationStore.FindByKeyAsync(db, OrderRows.KeyOf(request)), cancellationToken);
        if (known is not null && !(request.Amend && IsRefused(known)))
        {
            return await database.WriteAsync("order.repeat", unit => AcceptAsync(unit, call, null), cancellationToken);
        }

        var wanted = new OfferRequest(
            request.Plan, request.Region, request.Image, request.TermMonths, request.Account, new ImageOwner(call.Caller, request.Fingerprint.Client));
        var offer = await offers.HandleAsync(wanted, cancellationToken);
        return offer.Problem is { } refused
            ? refused
            : await database.WriteAsync("order.accept", unit => AcceptAsync(unit, call, offer.Value), cancellationToken);
    }

    private static bool IsRefused(Operation operation) => CreateInstanceFlow.StateOf(operation) == CreateInstanceState.Refused;

    private async Task<Result<AcceptedOrder>> AcceptAsync(UnitOfWork unit, Call call, Offer? offer)
    {
        var remembered = await IdempotencyKeys.FindAsync(unit, call.Caller, call.IdempotencyKey);
        if (remembered is not null)
        {
            return remembered.RequestHash == call.Hash
                ? await RepeatAsync(unit, (await OperationStore.FindAsync(unit, remembered.OperationId))!)
                : PurchasingProblems.KeyReused();
        }

        var subject = await SubjectStore.FindAsync(unit, call.Request.Subject);
        if (await RefuseAsync(unit, call, subject) is { } problem)
        {
            return problem;
        }

        // A subject begins with its first order, so a new one has no operation.
        var known = subject is null ? null : await OperationStore.FindByKeyAsync(unit, OrderRows.KeyOf(call.Request));
        var accepted = known is null
            ? await OpenAsync(unit, call, subject, offer!)
            : await AgainAsync(unit, call, subject!, known, offer);
        if (accepted.Problem is null)
        {
            await IdempotencyKeys.RememberAsync(unit, call.Caller, call.IdempotencyKey, call.Hash, accepted.Value.Operation.Id);
        }

        return accepted;
    }

    /// <summary>What the subject itself refuses. A foreign fingerprint leaves a finding behind.</summary>
    private async Task<Problem?> RefuseAsync(UnitOfWork unit, Call call, Subject? subject)
    {
        var (key, generation) = (call.Request.Subject, call.Request.Generation);
        if (subject is null)
        {
            return generation == 1 ? null : PurchasingProblems.GenerationNotOpen(key, generation, 1);
        }

        if (subject.Fingerprint != call.Request.Fingerprint)
        {
            await findings.RaiseAsync(unit, SubjectFindings.ForeignFingerprint(subject, call.Request.Fingerprint));
            return PurchasingProblems.FingerprintMismatch(key);
        }

        return generation > subject.Generation ? PurchasingProblems.GenerationNotOpen(key, generation, subject.Generation) : null;
    }

    private async Task<Result<AcceptedOrder>> OpenAsync(UnitOfWork unit, Call call, Subject? known, Offer offer)
    {
        if (known is not null && await ClosedAsync(unit, call.Request, known) is { } closed)
        {
            return closed;
        }

        var subject = known ?? _rows.NewSubject(call.Request, unit.Now);
        if (known is null)
        {
            await SubjectStore.InsertAsync(unit, subject);
        }

        var operation = _rows.NewOperation(call.Request, call.Actor, subject, offer.Account, unit.Now);
        var order = _rows.Seal(call.Request, operation, offer, Marker.New(ids), unit.Now);
        await operations.InsertAsync(unit, operation, $"Accepted: {order.Plan} in {order.Region}, {order.TermMonths} month(s), {order.Committed}.");
        await SaleStore.InsertAsync(unit, order);
        await SaleStore.InsertAsync(unit, _rows.NewLineItem(call.Request, subject, unit.Now));
        await AuditTrail.AppendAsync(unit, call.Actor, "order.accepted", operation.Id.Value, new { order.Plan, order.Region, order.Image, order.TermMonths, Committed = order.Committed.ToString(), order.Marker });
        return new AcceptedOrder(operation, order, subject);
    }

    private static async Task<Problem?> ClosedAsync(UnitOfWork unit, OrderInstance request, Subject subject)
    {
        var terminated = await OperationStore.FindByKeyAsync(unit, request.Subject.Of(request.Generation, TerminateInstanceFlow.Action));
        if (terminated is not null || request.Generation < subject.Generation)
        {
            return PurchasingProblems.GenerationClosed(request.Subject, request.Generation);
        }

        var served = await SaleStore.AllocatedAsync(unit, subject.Id, request.Generation);
        return served is null ? null : PurchasingProblems.AlreadyServed(request.Subject);
    }

    /// <summary>The order was accepted before: what was sealed stands, unless it was refused and is sent again.</summary>
    private async Task<Result<AcceptedOrder>> AgainAsync(UnitOfWork unit, Call call, Subject subject, Operation known, Offer? offer)
    {
        var order = await SaleStore.OrderOfAsync(unit, known.Id);
        var differing = OrderRows.Differences(call.Request, order).ToList();
        // Without an offer it was refused only after the first look: the amendment has no price yet and is to be sent again.
        if (differing.Count > 0 && !(call.Request.Amend && IsRefused(known) && offer is not null))
        {
            return PurchasingProblems.OrderDiffers(differing);
        }

        if (!IsRefused(known))
        {
            return new AcceptedOrder(known, order, subject);
        }

        if (await ClosedAsync(unit, call.Request, subject) is { } closed)
        {
            return closed;
        }

        if (differing.Count > 0)
        {
            order = await AmendAsync(unit, call, known, order, offer!);
        }

        return await ResendAsync(unit, call, subject, known, order);
    }

    private async Task<SealedOrder> AmendAsync(UnitOfWork unit, Call call, Operation known, SealedOrder before, Offer offer)
    {
        var amended = _rows.Seal(call.Request, known, offer, Marker.Parse(before.Marker), unit.Now) with { Id = before.Id };
        await SaleStore.ReplaceAsync(unit, amended);
        await AuditTrail.AppendAsync(unit, call.Actor, "order.amended", before.OperationId.Value, new
        {
            From = new { before.Plan, before.Region, before.Image, before.TermMonths, Committed = before.Committed.ToString() },
            To = new { amended.Plan, amended.Region, amended.Image, amended.TermMonths, Committed = amended.Committed.ToString() },
        });
        return amended;
    }

    private async Task<Result<AcceptedOrder>> ResendAsync(UnitOfWork unit, Call call, Subject subject, Operation known, SealedOrder order)
    {
        var resent = CreateInstanceFlow.Move(
            CreateInstanceStates.Table.Next(CreateInstanceState.Refused, CreateInstanceTrigger.Resent), "The refused order was sent again.", call.Actor) with
        {
            DueAt = unit.Now,
            DeadlineAt = unit.Now + options.AcceptedDeadline,
        };
        await operations.TryMoveAsync(unit, known, resent);
        return new AcceptedOrder((await OperationStore.FindAsync(unit, known.Id))!, order, subject);
    }

    /// <summary>The same request with the same key changes nothing: the operation as it stands is the answer.</summary>
    private static async Task<Result<AcceptedOrder>> RepeatAsync(UnitOfWork unit, Operation known) => new AcceptedOrder(
        known, await SaleStore.OrderOfAsync(unit, known.Id), (await SubjectStore.FindAsync(unit, known.SubjectId))!);

    private sealed record Call(OrderInstance Request, string IdempotencyKey, string Hash, Actor Actor)
    {
        public string Caller => Request.Subject.Source;
    }
}

/// <summary>An accepted order: its operation, what was sealed, and whose it is.</summary>
public sealed record AcceptedOrder(Operation Operation, SealedOrder Order, Subject Subject);
