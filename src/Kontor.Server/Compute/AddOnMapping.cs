using Kontor.Api.Compute;
using Kontor.Engine.Compute.AddOns;
using Kontor.Server.Common;
using Kontor.Server.Operations;

namespace Kontor.Server.Compute;

/// <summary>Add-ons on the wire.</summary>
internal static class AddOnMapping
{
    public static AddOnListResponse ToResponse(this AddOnList list) => new() { Items = [.. list.Items.Select(ToResponse)] };

    public static AddOnPriceResponse ToResponse(this AddOnOffer offer) => new()
    {
        PriceListId = offer.PriceListId,
        Monthly = offer.Monthly().ToResponse(),
        Months = offer.Months,
        Committed = offer.Committed().ToResponse(),
        PaidUntil = offer.PaidUntil,
        Assumed = offer.Assumed,
    };

    private static AddOnResponse ToResponse(ShownAddOn shown) => new()
    {
        AddOn = shown.Sealed.AddOn,
        Ordinal = shown.Sealed.Ordinal,
        Active = shown.Active,
        Price = shown.Sealed.Price.ToResponse(),
        Operation = shown.Operation.ToResponse(),
    };
}
