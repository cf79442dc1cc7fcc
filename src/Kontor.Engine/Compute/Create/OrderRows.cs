using System.Globalization;
using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>The rows that an accepted order becomes.</summary>
internal sealed class OrderRows(IIdSource ids, PurchasingOptions options)
{
    /// <summary>The key that makes an order one operation, however often it is sent.</summary>
    public static string KeyOf(OrderInstance request) => request.Subject.Of(request.Generation, OrderInstanceHandler.Action);

    /// <summary>The fields in which an order that is sent again differs from what was sealed.</summary>
    public static IEnumerable<string> Differences(OrderInstance request, SealedOrder order)
    {
        if (request.Plan != order.Plan)
        {
            yield return "plan";
        }

        if (request.Region != order.Region)
        {
            yield return "region";
        }

        if (request.Image != order.Image)
        {
            yield return "image";
        }

        if (request.TermMonths != order.TermMonths)
        {
            yield return "termMonths";
        }

        if (KeysOf(request) != order.StoredSshKeys)
        {
            yield return "sshKeys";
        }

        if (request.Account is { } account && account != order.Account.Value)
        {
            yield return "account";
        }
    }

    /// <summary>The subject of a first order.</summary>
    public Subject NewSubject(OrderInstance request, DateTimeOffset now) => new()
    {
        Id = new SubjectId(ids.NewId()),
        Source = request.Subject.Source,
        Kind = request.Subject.Kind,
        ExternalId = request.Subject.ExternalId,
        SealedFingerprint = Subject.Seal(request.Fingerprint),
        Client = request.Fingerprint.Client,
        Generation = 1,
        CreatedAt = now,
    };

    /// <summary>The operation that carries an order out.</summary>
    public Operation NewOperation(OrderInstance request, Actor actor, Subject subject, AccountId account, DateTimeOffset now) => new()
    {
        Id = new OperationId(ids.NewId()),
        Type = CreateInstanceFlow.TypeName,
        Key = KeyOf(request),
        State = CreateInstanceStates.Table.NameOf(CreateInstanceState.Accepted),
        Status = OperationStore.StatusName(OperationStatus.Pending),
        Source = subject.Source,
        SubjectId = subject.Id,
        Generation = request.Generation,
        Account = account,
        Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
        DueAt = now,
        DeadlineAt = now + options.AcceptedDeadline,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>What was ordered, at the price of the offer: from now on it counts, whatever the catalogue says later.</summary>
    public SealedOrder Seal(OrderInstance request, Operation operation, Offer offer, Marker marker, DateTimeOffset now) => new()
    {
        Id = new OrderId(ids.NewId()),
        OperationId = operation.Id,
        SubjectId = operation.SubjectId,
        Generation = request.Generation,
        Account = offer.Account,
        Plan = request.Plan,
        Region = request.Region,
        Image = request.Image,
        DiskMib = offer.Quote.DiskMib,
        TermMonths = request.TermMonths,
        DefaultUser = request.DefaultUser,
        Label = request.Label.Trim(),
        Marker = marker.Value,
        StoredSshKeys = KeysOf(request),
        PriceListId = offer.Quote.PriceListId,
        Currency = offer.Quote.Monthly.Currency,
        StoredMonthly = offer.Quote.Monthly.ToStored(),
        StoredSetup = offer.Quote.Setup.ToStored(),
        StoredCommitted = offer.Quote.Committed.ToStored(),
        SealedAt = now,
    };

    /// <summary>What it was sold for, if the order says so.</summary>
    public LineItem NewLineItem(OrderInstance request, Subject subject, DateTimeOffset now) => new()
    {
        Id = ids.NewId(),
        SubjectId = subject.Id,
        Generation = request.Generation,
        Component = Resource.InstanceKind,
        Origin = "base",
        Quantity = 1,
        SoldCurrency = request.Sold?.Net.Currency,
        StoredNet = request.Sold?.Net.ToStored(),
        StoredTax = request.Sold?.Tax.ToStored(),
        StoredGross = request.Sold?.Gross.ToStored(),
        FxRate = request.Sold?.FxRate?.ToString(CultureInfo.InvariantCulture),
        FxOn = request.Sold?.FxOn,
        CreatedAt = now,
    };

    /// <summary>The keys as they are sealed: each on its line, and nothing for none.</summary>
    private static string? KeysOf(OrderInstance request) => SshKey.ParseAll(request.SshKeys, "sshKeys").Value is { Count: > 0 } keys
        ? string.Join('\n', keys.Select(key => key.Line))
        : null;
}
