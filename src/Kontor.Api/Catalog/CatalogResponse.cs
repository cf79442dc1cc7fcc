namespace Kontor.Api.Catalog;

/// <summary>What can be ordered, what it costs, and who says so.</summary>
public sealed record CatalogResponse
{
    /// <summary>Gets the plans.</summary>
    public required IReadOnlyList<CatalogPlanResponse> Plans { get; init; }

    /// <summary>Gets the regions.</summary>
    public required IReadOnlyList<CatalogRegionResponse> Regions { get; init; }

    /// <summary>Gets the images.</summary>
    public required IReadOnlyList<CatalogImageResponse> Images { get; init; }

    /// <summary>Gets the price lists in force today, one for each currency.</summary>
    public required IReadOnlyList<PriceListResponse> PriceLists { get; init; }

    /// <summary>Gets what add-ons cost that can be bought for a machine that stands.</summary>
    public required IReadOnlyList<CatalogAddOnPriceResponse> AddOnPrices { get; init; }
}
