using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>The catalogue as people read it, with the prices in force today.</summary>
public sealed record CatalogListing(
    IReadOnlyList<CatalogPlan> Plans,
    IReadOnlyList<CatalogRegion> Regions,
    IReadOnlyList<CatalogImage> Images,
    IReadOnlyList<CatalogPriceList> PriceLists,
    IReadOnlyList<CatalogAddOnPrice> AddOnPrices);

/// <summary>A plan, its terms and its known prices.</summary>
/// <param name="RetiredOn">From this day on it is not sold; machines that have it go on.</param>
/// <param name="Source">Where its facts are from, with the date.</param>
public sealed record CatalogPlan(
    string Id,
    string Name,
    string Family,
    int CpuCores,
    long RamMib,
    long DiskMib,
    int Snapshots,
    Orderable Orderable,
    DateOnly? RetiredOn,
    string Source,
    IReadOnlyList<CatalogTerm> Terms,
    IReadOnlyList<CatalogPrice> Prices);

/// <summary>A term of a plan.</summary>
public sealed record CatalogTerm(int Months, Orderable Orderable, string Source);

/// <summary>What a plan costs in one region and term.</summary>
/// <param name="Assumed">Whether a part of it was concluded from a like plan and not read anywhere.</param>
public sealed record CatalogPrice(
    string PriceListId, string Region, int Months, Money Monthly, Money Setup, bool Assumed, string Source);

/// <summary>A region of the provider.</summary>
public sealed record CatalogRegion(string Slug, string Name, DateOnly? RetiredOn, string Source);

/// <summary>An image of the provider.</summary>
/// <param name="SizeMib">The disk it needs, where known.</param>
public sealed record CatalogImage(string Id, string Name, OsType OsType, long? SizeMib, DateOnly? RetiredOn, string Source);

/// <summary>A price list in force.</summary>
public sealed record CatalogPriceList(string Id, Currency Currency, DateOnly ValidFrom, string Source, DateTimeOffset ImportedAt);

/// <summary>What an add-on of a plan's machines costs.</summary>
/// <param name="Region">The region in which it costs that; null for every one that is not named.</param>
/// <param name="Assumed">Whether it was concluded from a like plan and not read anywhere.</param>
public sealed record CatalogAddOnPrice(
    string PriceListId, string AddOn, string Plan, string? Region, Money Monthly, bool Assumed, string Source);
