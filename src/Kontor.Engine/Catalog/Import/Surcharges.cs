using Kontor.Engine.Catalog.Tables;

namespace Kontor.Engine.Catalog.Import;

/// <summary>What a plan costs more in other regions than in one, the same in every term.</summary>
internal sealed class Surcharges
{
    private readonly JsonObjectReader _reader;
    private readonly string _onTopOf;
    private readonly string _source;
    private readonly bool _assumed;
    private readonly IReadOnlyList<(string Region, long Monthly)> _monthly;

    public Surcharges(JsonObjectReader reader, IReadOnlyDictionary<string, string> sources, IReadOnlySet<string> regions)
    {
        _reader = reader;
        _onTopOf = PriceListReader.Known(reader, "onTopOf", reader.Slug("onTopOf", 32), regions, "region");
        _source = reader.OneOf("source", sources);
        _assumed = reader.OptionalFlag("assumed");
        _monthly = reader.Each("regions", region => (
            PriceListReader.Known(region, "region", region.Slug("region", 32), regions, "region"),
            region.Amount("monthly", zeroAllowed: true)));
    }

    /// <summary>The prices of the other regions.</summary>
    public IEnumerable<PriceRow> On(IReadOnlyList<PriceRow> prices, SeenOnce cells) =>
        from surcharge in _monthly
        from price in prices.Where(price => price.Region == _onTopOf)
        select On(price, surcharge.Region, surcharge.Monthly, cells);

    private PriceRow On(PriceRow price, string region, long monthly, SeenOnce cells)
    {
        cells.Take(_reader, "regions", $"{region} for {price.Months} months");
        return price with
        {
            Region = region,
            Monthly = price.Monthly + monthly,
            Assumed = price.Assumed || _assumed,
            Source = $"{price.Source}; {(_assumed ? "assumed surcharge" : "surcharge")}: {_source}",
        };
    }
}
