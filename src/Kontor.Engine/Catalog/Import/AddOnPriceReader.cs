using Kontor.Engine.Catalog.Tables;

namespace Kontor.Engine.Catalog.Import;

/// <summary>Reads what add-ons cost.</summary>
internal sealed class AddOnPriceReader(
    IReadOnlyDictionary<string, string> sources, IReadOnlySet<string> products, IReadOnlySet<string> regions)
{
    private static readonly Dictionary<string, string> Names = KnownAddOns.All.ToDictionary(name => name);
    private readonly SeenOnce _cells = new();

    /// <summary>The prices of a list; null when it has none.</summary>
    public IReadOnlyList<AddOnPriceRow>? Read(JsonObjectReader list) => list.Each("addOns", Price) is { Count: > 0 } prices
        ? [.. prices
            .OrderBy(row => row.AddOn, StringComparer.Ordinal)
            .ThenBy(row => row.ProductId, StringComparer.Ordinal)
            .ThenBy(row => row.Region, StringComparer.Ordinal)]
        : null;

    private AddOnPriceRow Price(JsonObjectReader price)
    {
        var addOn = price.OneOf("addOn", Names);
        var product = PriceListReader.Known(price, "product", price.Slug("product", 16), products, "plan");
        var region = price.Optional("region") is null
            ? ""
            : PriceListReader.Known(price, "region", price.Slug("region", 32), regions, "region");
        _cells.Take(price, "product", $"{addOn} for {product}{(region.Length == 0 ? "" : $" in {region}")}");
        return new()
        {
            PriceListId = "",
            AddOn = addOn,
            ProductId = product,
            Region = region,
            Monthly = price.Amount("monthly", zeroAllowed: false),
            ProviderId = price.Optional("providerId") is null ? null : price.Whole("providerId", 1, int.MaxValue),
            Assumed = price.OptionalFlag("assumed"),
            Source = price.OneOf("source", sources),
        };
    }
}
