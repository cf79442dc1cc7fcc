using System.Globalization;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Accepts the order of an add-on, or says why not. Its key lives as long as the subject: the same order again is the same operation.</summary>
public sealed class BuyAddOnHandler(
    Database database, ChangeStore changes, AddOnChange addOns, AddOnOffers offers, FindingStore findings, IIdSource ids)
{
    /// <summary>Accepts an order, or says why not.</summary>
    /// <param name="request">The order.</param>
    /// <param name="idempotencyKey">The caller's key of this request.</param>
    /// <param name="actor">Who orders.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> HandleAsync(BuyAddOn request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if ((Rights.RefusalOf(actor, Right.AddOns) ?? request.Fault()) is { } malformed)
        {
            return malformed;
        }

        // What was accepted before is recognised in the transaction, whatever the catalogue says today.
        var machine = await MachineAsync(request.Subject, request.Generation, actor, cancellationToken);
        var offer = machine.Problem is null
            ? await offers.OfAsync(machine.Value, request.AddOn, cancellationToken)
            : machine.Problem;
        var call = new Call(request, idempotencyKey, IdempotencyKeys.HashOf(request), actor, offer);
        return await database.WriteAsync("addon.accept", unit => AcceptAsync(unit, call), cancellationToken);
    }

    /// <summary>Says what an order for the present machine would cost, or why it cannot be placed.</summary>
    public async Task<Result<AddOnOffer>> QuoteAsync(SubjectId subject, string addOn, Actor actor, CancellationToken cancellationToken)
    {
        if ((Rights.RefusalOf(actor, Right.AddOns) ?? BuyAddOn.FaultOf(addOn)) is { } malformed)
        {
            return malformed;
        }

        var machine = await MachineAsync(subject, generation: null, actor, cancellationToken);
        return machine.Problem is { } none ? none : await offers.OfAsync(machine.Value, addOn, cancellationToken);
    }

    private Task<Result<ResourceId>> MachineAsync(SubjectId id, int? generation, Actor actor, CancellationToken cancellationToken) =>
        database.ReadAsync<Result<ResourceId>>(
            async db => await SubjectStore.FindAsync(db, id) is not { } subject || !Sight.Sees(actor, subject)
                ? PurchasingProblems.SubjectNotFound()
                : await SaleStore.AllocatedAsync(db, id, generation ?? subject.Generation) is { } machine ? machine : ComputeProblems.NoMachineYet(),
            cancellationToken);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, Call call)
    {
        var request = call.Request;
        var found = await new WishedSubject(request.Subject, request.Fingerprint, Source: null, call.Actor).FindAsync(unit, findings);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var subject = found.Value;
        if (await SameRequest.FindAsync(unit, subject.Source, call.IdempotencyKey, call.Hash) is { } same)
        {
            return same;
        }

        var accepted = await OpenOrFindAsync(unit, call, subject);
        if (accepted.Problem is null)
        {
            await IdempotencyKeys.RememberAsync(unit, subject.Source, call.IdempotencyKey, call.Hash, accepted.Value.Id);
        }

        return accepted;
    }

    private async Task<Result<Operation>> OpenOrFindAsync(UnitOfWork unit, Call call, Subject subject)
    {
        var request = call.Request;
        var key = subject.Key.Of(request.Generation, BuyAddOn.ActionOf(request.AddOn, request.Ordinal));
        if (await OperationStore.FindByKeyAsync(unit, key) is { } known)
        {
            return known;
        }

        if (request.Generation != subject.Generation)
        {
            return PurchasingProblems.GenerationNotOpen(subject.Key, request.Generation, subject.Generation);
        }

        if ((await OrdinalFaultAsync(unit, request, subject) ?? call.Offer.Problem) is { } refused)
        {
            return refused;
        }

        return await SaleStore.AllocatedAsync(unit.Db, subject.Id, request.Generation) is { } machine
            ? await OpenAsync(unit, call, subject, await ResourceStore.GetAsync(unit, machine), key)
            : ComputeProblems.NoMachineYet();
    }

    /// <summary>The next one is ordered when the one before has ended: two at once would be paid twice.</summary>
    private static async Task<Problem?> OrdinalFaultAsync(UnitOfWork unit, BuyAddOn request, Subject subject)
    {
        if (request.Ordinal == 1)
        {
            return null;
        }

        var before = await OperationStore.FindByKeyAsync(
            unit, subject.Key.Of(request.Generation, BuyAddOn.ActionOf(request.AddOn, request.Ordinal - 1)));
        if (before is not { Status: "failed" or "succeeded" })
        {
            return AddOnProblems.OrdinalNotNext(request.Ordinal, request.AddOn);
        }

        var serving = (await SaleStore.AddOnsAsync(unit.Db, subject.Id, request.Generation))
            .Exists(row => row.Serves is not null && row.Item.Component == request.AddOn);
        return serving ? AddOnProblems.Sold(request.AddOn, before.Id) : null;
    }

    private async Task<Result<Operation>> OpenAsync(UnitOfWork unit, Call call, Subject subject, Resource resource, string key)
    {
        var item = NewLineItem(call.Request, subject, unit.Now);
        var wish = new SealedAddOn(call.Request.AddOn, call.Request.Ordinal, item.Id, call.Offer.Value);
        var opened = new NewChange(
            addOns, resource, call.Actor, $"Accepted: {wish.AddOn}, {wish.Price.Monthly()} a month, {wish.Price.Committed()} until {wish.Price.PaidUntil:yyyy-MM-dd}.")
        {
            Key = key,
            Input = wish,
            AuditDetail = new { Subject = subject.Id.Value, wish.AddOn, wish.Ordinal, Committed = wish.Price.Committed().ToString() },
        };
        var draft = changes.Draft(opened, unit.Now);
        if (await ChangeInstanceHandler.RefusalAsync(unit, addOns, draft) is { } refused)
        {
            return refused;
        }

        await SaleStore.InsertAsync(unit, item);
        return await changes.OpenAsync(unit, opened, draft);
    }

    private LineItem NewLineItem(BuyAddOn request, Subject subject, DateTimeOffset now) => new()
    {
        Id = ids.NewId(),
        SubjectId = subject.Id,
        Generation = request.Generation,
        Component = request.AddOn,
        Origin = LineItem.AddOn,
        OriginId = request.Ordinal.ToString(CultureInfo.InvariantCulture),
        Quantity = 1,
        SoldCurrency = request.Sold?.Net.Currency,
        StoredNet = request.Sold?.Net.ToStored(),
        StoredTax = request.Sold?.Tax.ToStored(),
        StoredGross = request.Sold?.Gross.ToStored(),
        FxRate = request.Sold?.FxRate?.ToString(CultureInfo.InvariantCulture),
        FxOn = request.Sold?.FxOn,
        CreatedAt = now,
    };

    private sealed record Call(BuyAddOn Request, string IdempotencyKey, string Hash, Actor Actor, Result<AddOnOffer> Offer);
}
