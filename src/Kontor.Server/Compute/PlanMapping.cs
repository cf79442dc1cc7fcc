using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Engine.Compute.PlanChange;

namespace Kontor.Server.Compute;

/// <summary>Offers of plans on the wire.</summary>
internal static class PlanMapping
{
    public static PlanOffersResponse ToResponse(this ShownOffers shown) => new()
    {
        Current = shown.Current,
        Items = [.. shown.Offers.Select(ToResponse)],
    };

    private static PlanOfferResponse ToResponse(PlanOffer offer) => new()
    {
        OfferId = offer.OfferId,
        Plan = offer.Plan,
        Name = offer.Name,
        CpuCores = offer.CpuCores,
        RamMib = offer.RamMib,
        DiskMib = offer.DiskMib,
        Monthly = Money(offer.Monthly, offer),
        Difference = Money(offer.Difference, offer),
        LiveMigration = offer.LiveMigration,
        LiveMigrationDisabledReason = offer.LiveMigrationDisabledReason,
        LocationChangeRequired = offer.LocationChangeRequired,
        RequiredConfirmations = offer.RequiredConfirmations,
    };

    private static MoneyAmount? Money(decimal? amount, PlanOffer offer) =>
        amount is { } known ? new MoneyAmount { Amount = known, Currency = offer.Currency } : null;
}
