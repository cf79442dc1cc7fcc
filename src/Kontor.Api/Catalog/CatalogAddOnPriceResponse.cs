using Kontor.Api.Common;

namespace Kontor.Api.Catalog;

/// <summary>What an add-on costs on machines of a plan.</summary>
public sealed record CatalogAddOnPriceResponse
{
    /// <summary>Gets the price list it is from.</summary>
    public required string PriceListId { get; init; }

    /// <summary>Gets the add-on: <c>privateNetworking</c> or <c>backup</c>.</summary>
    public required string AddOn { get; init; }

    /// <summary>Gets the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the region; null for each one that has no price of its own.</summary>
    public required string? Region { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount Monthly { get; init; }

    /// <summary>Gets whether it was concluded from a like plan and not read anywhere.</summary>
    public required bool Assumed { get; init; }

    /// <summary>Gets where it is from, with the date.</summary>
    public required string Source { get; init; }
}
