using Kontor.Api.Common;

namespace Kontor.Api.Purchasing;

/// <summary>What an order costs us, as sealed.</summary>
public sealed record PriceResponse
{
    /// <summary>Gets the price list it is from.</summary>
    public required string PriceListId { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount Monthly { get; init; }

    /// <summary>Gets what setting up costs.</summary>
    public required MoneyAmount Setup { get; init; }

    /// <summary>Gets what the order commits us to: months × monthly + set-up.</summary>
    public required MoneyAmount Committed { get; init; }
}
