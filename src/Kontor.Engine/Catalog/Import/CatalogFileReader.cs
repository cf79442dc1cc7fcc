using System.Globalization;
using System.Text.Json;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>Turns the text of a catalogue file into rows, or into the first thing that is wrong with it.</summary>
internal sealed class CatalogFileReader
{
    public const string Format = "kontor-catalog/1";

    private static readonly Dictionary<string, string> Formats = new() { [Format] = Format };

    private static readonly Dictionary<string, Orderable> Orderables = new()
    {
        ["yes"] = Orderable.Yes,
        ["no"] = Orderable.No,
        ["unknown"] = Orderable.Unknown,
    };

    private static readonly Dictionary<string, OsType> OsTypes = new() { ["Linux"] = OsType.Linux, ["Windows"] = OsType.Windows };

    private readonly FileFaults _faults = new();
    private readonly SeenOnce _products = new();
    private readonly SeenOnce _regions = new();
    private readonly SeenOnce _images = new();
    private readonly List<TermRow> _terms = [];
    private readonly KnownNames _known;
    private Dictionary<string, string> _sources = [];

    private CatalogFileReader(KnownNames known) => _known = known;

    public static Result<CatalogFile> Read(JsonElement root, KnownNames known)
    {
        var reader = new CatalogFileReader(known);
        var file = JsonObjectReader.Read(root, "", reader._faults, reader.File);
        return reader._faults.First is { } fault ? fault : file;
    }

    private CatalogFile File(JsonObjectReader file)
    {
        file.OneOf("format", Formats);
        _sources = file.Child("sources", Sources) ?? [];
        var products = file.Each("products", Product);
        var regions = file.Each("regions", Region);
        var images = file.Each("images", Image);
        var prices = new PriceListReader(_sources, _products.With(_known.Products), _regions.With(_known.Regions));
        var priceLists = file.Each("priceLists", prices.PriceList);
        if (products.Count + regions.Count + images.Count + priceLists.Count == 0)
        {
            file.Fault("products", "is empty, and so is the rest: give products, regions, images or priceLists.");
        }

        return new(
            [.. products.OrderBy(row => row.Id, StringComparer.Ordinal)],
            [.. _terms.OrderBy(row => row.ProductId, StringComparer.Ordinal).ThenBy(row => row.Months)],
            [.. regions.OrderBy(row => row.Slug, StringComparer.Ordinal)],
            [.. images.OrderBy(row => row.Id, StringComparer.Ordinal)],
            [.. priceLists.OrderBy(list => list.Currency.Code, StringComparer.Ordinal).ThenBy(list => list.ValidFrom)]);
    }

    private static Dictionary<string, string> Sources(JsonObjectReader sources) => sources.Names().ToDictionary(
        name => name,
        name => sources.Required(name) is null ? "" : sources.Child(name, SourceText)!);

    private static string SourceText(JsonObjectReader source) =>
        string.Create(CultureInfo.InvariantCulture, $"{source.Text("what", 180)} ({source.Day("date"):yyyy-MM-dd})");

    private ProductRow Product(JsonObjectReader product)
    {
        var id = _products.Take(product, "id", product.Slug("id", 16));
        var months = new SeenOnce();
        _terms.AddRange(product.Each("terms", term => Term(term, id, months)));
        return new()
        {
            Id = id,
            Name = product.Text("name", 100),
            Family = product.Text("family", 64),
            CpuCores = product.Whole("cpuCores", 1, 1024),
            RamMib = product.Mebibytes("ramMib"),
            DiskMib = product.Mebibytes("diskMib"),
            Snapshots = product.Whole("snapshots", 0, 1000),
            Orderable = product.OneOf("orderable", Orderables),
            RetiredOn = product.OptionalDay("retiredOn"),
            Source = product.OneOf("source", _sources),
        };
    }

    private TermRow Term(JsonObjectReader term, string product, SeenOnce months) => new()
    {
        ProductId = product,
        Months = months.Take(term, "months", term.Whole("months", 1, 60)),
        Orderable = term.OneOf("orderable", Orderables),
        Source = term.OneOf("source", _sources),
    };

    private RegionRow Region(JsonObjectReader region) => new()
    {
        Slug = _regions.Take(region, "slug", region.Slug("slug", 32)),
        Name = region.Text("name", 100),
        RetiredOn = region.OptionalDay("retiredOn"),
        Source = region.OneOf("source", _sources),
    };

    private ImageRow Image(JsonObjectReader image) => new()
    {
        Id = _images.Take(image, "id", image.ImageId("id")),
        Name = image.Text("name", 100),
        OsType = image.OneOf("osType", OsTypes),
        SizeMib = image.OptionalMebibytes("sizeMib"),
        RetiredOn = image.OptionalDay("retiredOn"),
        Source = image.OneOf("source", _sources),
    };
}
