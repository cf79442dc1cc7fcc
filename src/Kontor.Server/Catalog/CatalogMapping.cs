using Kontor.Api.Catalog;
using Kontor.Engine.Catalog;
using Kontor.Server.Common;
using Orderable = Kontor.Api.Catalog.Orderable;

namespace Kontor.Server.Catalog;

/// <summary>The catalogue on the wire.</summary>
internal static class CatalogMapping
{
    public static CatalogResponse ToResponse(this CatalogListing listing) => new()
    {
        Plans = [.. listing.Plans.Select(ToResponse)],
        Regions = [.. listing.Regions.Select(ToResponse)],
        Images = [.. listing.Images.Select(ToResponse)],
        PriceLists = [.. listing.PriceLists.Select(ToResponse)],
        AddOnPrices = [.. listing.AddOnPrices.Select(ToResponse)],
    };

    private static CatalogPlanResponse ToResponse(CatalogPlan plan) => new()
    {
        Id = plan.Id,
        Name = plan.Name,
        Family = plan.Family,
        CpuCores = plan.CpuCores,
        RamMib = plan.RamMib,
        DiskMib = plan.DiskMib,
        Snapshots = plan.Snapshots,
        Orderable = ToResponse(plan.Orderable),
        RetiredOn = plan.RetiredOn,
        Source = plan.Source,
        Terms = [.. plan.Terms.Select(ToResponse)],
        Prices = [.. plan.Prices.Select(ToResponse)],
    };

    private static CatalogTermResponse ToResponse(CatalogTerm term) =>
        new() { Months = term.Months, Orderable = ToResponse(term.Orderable), Source = term.Source };

    private static CatalogPriceResponse ToResponse(CatalogPrice price) => new()
    {
        PriceListId = price.PriceListId,
        Region = price.Region,
        Months = price.Months,
        Monthly = price.Monthly.ToResponse(),
        Setup = price.Setup.ToResponse(),
        Assumed = price.Assumed,
        Source = price.Source,
    };

    private static CatalogRegionResponse ToResponse(CatalogRegion region) =>
        new() { Slug = region.Slug, Name = region.Name, RetiredOn = region.RetiredOn, Source = region.Source };

    private static CatalogImageResponse ToResponse(CatalogImage image) => new()
    {
        Id = image.Id,
        Name = image.Name,
        OsType = image.OsType == OsType.Windows ? "windows" : "linux",
        SizeMib = image.SizeMib,
        RetiredOn = image.RetiredOn,
        Source = image.Source,
    };

    private static CatalogAddOnPriceResponse ToResponse(CatalogAddOnPrice price) => new()
    {
        PriceListId = price.PriceListId,
        AddOn = price.AddOn,
        Plan = price.Plan,
        Region = price.Region,
        Monthly = price.Monthly.ToResponse(),
        Assumed = price.Assumed,
        Source = price.Source,
    };

    private static PriceListResponse ToResponse(CatalogPriceList list) => new()
    {
        Id = list.Id,
        Currency = list.Currency.Code,
        ValidFrom = list.ValidFrom,
        Source = list.Source,
        ImportedAt = list.ImportedAt,
    };

    private static Orderable ToResponse(Engine.Catalog.Orderable orderable) => Enum.Parse<Orderable>(orderable.ToString());
}
