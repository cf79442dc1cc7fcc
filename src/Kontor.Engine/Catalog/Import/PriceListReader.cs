using System.Globalization;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>Reads price lists: prices per region and term, and surcharges that make more of them.</summary>
internal sealed class PriceListReader(
    IReadOnlyDictionary<string, string> sources, IReadOnlySet<string> products, IReadOnlySet<string> regions)
{
    /// <summary>Many times what the provider sells; a file that multiplies out to more is a mistake.</summary>
    private const int MostPrices = 100_000;

    private readonly SeenOnce _lists = new();
    private int _made;

    public FilePriceList PriceList(JsonObjectReader list)
    {
        var (currency, validFrom) = (list.Currency("currency"), list.Day("validFrom"));
        _lists.Take(list, "validFrom", string.Create(CultureInfo.InvariantCulture, $"{currency} from {validFrom:yyyy-MM-dd}"));
        var (source, once) = (list.OneOf("source", sources), new SeenOnce());
        var prices = list.Each("products", product => Product(product, once)).SelectMany(rows => rows);
        var addOns = new AddOnPriceReader(sources, products, regions);
        return new(currency, validFrom, source, [.. Sorted(prices)], addOns.Read(list));
    }

    private static IOrderedEnumerable<PriceRow> Sorted(IEnumerable<PriceRow> prices) => prices
        .OrderBy(row => row.ProductId, StringComparer.Ordinal)
        .ThenBy(row => row.Region, StringComparer.Ordinal)
        .ThenBy(row => row.Months);

    private List<PriceRow> Product(JsonObjectReader product, SeenOnce once)
    {
        var id = Known(product, "product", product.Slug("product", 16), products, "plan");
        once.Take(product, "product", id);
        var (source, assumed, cells) = (product.OneOf("source", sources), product.OptionalFlag("assumed"), new SeenOnce());
        var prices = product.Each("prices", price => Price(price, id, source, assumed, cells));
        var surcharges = product.Child("surcharges", reader => new Surcharges(reader, sources, regions));
        prices.AddRange(surcharges?.On([.. prices], cells).Take(MostPrices - _made) ?? []);
        return Counted(product, prices);
    }

    private List<PriceRow> Counted(JsonObjectReader product, List<PriceRow> prices)
    {
        _made = Math.Min(MostPrices, _made + prices.Count);
        if (_made == MostPrices)
        {
            product.Fault("prices", $"makes the file hold {MostPrices} prices or more: split it into several files.");
        }

        return prices;
    }

    private PriceRow Price(JsonObjectReader price, string product, string source, bool assumed, SeenOnce cells)
    {
        var region = Known(price, "region", price.Slug("region", 32), regions, "region");
        var months = price.Whole("months", 1, 60);
        cells.Take(price, "months", $"{region} for {months} months");
        return new()
        {
            PriceListId = "",
            ProductId = product,
            Region = region,
            Months = months,
            Monthly = price.Amount("monthly", zeroAllowed: false),
            Setup = price.Amount("setup", zeroAllowed: true),
            Assumed = assumed,
            Source = source,
        };
    }

    internal static string Known(JsonObjectReader reader, string field, string name, IReadOnlySet<string> known, string what)
    {
        if (name.Length > 0 && !known.Contains(name))
        {
            reader.Fault(field, $"is '{PlainText.Shown(name)}', which no {what} is called: {CatalogProblems.Choices(name, known)}.");
        }

        return name;
    }
}
