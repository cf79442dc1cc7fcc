using Kontor.Api.Common;

namespace Kontor.Api.Catalog;

/// <summary>What a plan costs in one region and term.</summary>
public sealed record CatalogPriceResponse
{
    /// <summary>Gets the price list it is from.</summary>
    public required string PriceListId { get; init; }

    /// <summary>Gets the region.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the months of the term.</summary>
    public required int Months { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount Monthly { get; init; }

    /// <summary>Gets what setting up costs.</summary>
    public required MoneyAmount Setup { get; init; }

    /// <summary>Gets whether a part of it was concluded from a like plan instead of read.</summary>
    public required bool Assumed { get; init; }

    /// <summary>Gets where it is from.</summary>
    public required string Source { get; init; }
}
