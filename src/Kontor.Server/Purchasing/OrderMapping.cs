using Kontor.Api.Purchasing;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Purchasing;
using Kontor.Server.Common;
using Kontor.Server.Operations;

namespace Kontor.Server.Purchasing;

/// <summary>Orders between the wire and the engine.</summary>
internal static class OrderMapping
{
    public static Result<OrderInstance> ToEngine(this OrderRequest sent, string source)
    {
        var sold = sent.Sold is null ? (Result<Engine.Compute.Create.SoldPrice>?)null : ToEngine(sent.Sold);
        return sold?.Problem is { } problem ? problem : new OrderInstance(
            sent.Subject.ToKey(source),
            sent.Subject.Fingerprint.ToEngine(),
            sent.Generation,
            sent.Plan,
            sent.Region,
            sent.Image,
            sent.TermMonths,
            sent.Label,
            sent.DefaultUser,
            sent.Account,
            sold?.Value,
            sent.Amend)
        { SshKeys = sent.SshKeys };
    }

    public static OrderResponse ToResponse(this ShownOrder shown) => new()
    {
        Id = shown.Order.Id.Value,
        Operation = shown.Operation.ToResponse(),
        Subject = shown.Subject.ToResponse(),
        Generation = shown.Order.Generation,
        Account = shown.Order.Account.Value,
        Plan = shown.Order.Plan,
        Region = shown.Order.Region,
        Image = shown.Order.Image,
        TermMonths = shown.Order.TermMonths,
        Label = shown.Order.Label,
        DefaultUser = shown.Order.DefaultUser,
        Marker = shown.Order.Marker,
        Price = PriceOf(shown.Order),
        SealedAt = shown.Order.SealedAt,
    };

    private static PriceResponse PriceOf(SealedOrder order) => new()
    {
        PriceListId = order.PriceListId,
        Monthly = order.Monthly.ToResponse(),
        Setup = order.Setup.ToResponse(),
        Committed = order.Committed.ToResponse(),
    };

    public static Result<Engine.Compute.Create.SoldPrice> ToEngine(this Api.Purchasing.SoldPrice sent)
    {
        var net = sent.Net.ToEngine("sold.net");
        var tax = sent.Tax.ToEngine("sold.tax");
        var gross = sent.Gross.ToEngine("sold.gross");
        return (net.Problem ?? tax.Problem ?? gross.Problem) is { } problem
            ? problem
            : new Engine.Compute.Create.SoldPrice(net.Value, tax.Value, gross.Value, sent.FxRate, sent.FxOn);
    }
}
