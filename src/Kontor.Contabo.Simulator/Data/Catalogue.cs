using Kontor.Contabo.Simulator.Contract;

namespace Kontor.Contabo.Simulator.Data;

/// <summary>What the simulated provider sells and where: dated data, read from the files beside this one.</summary>
internal sealed class Catalogue
{
    public const long PrivateNetworking = 1477;

    public const long CustomImage = 1471;

    /// <summary>Every plan has a backup add-on with an id of its own; this is the known one, of the smallest plan.</summary>
    public const long Backup = 2015;

    private Catalogue(ProductsFile products, ImagesFile images, DataCentersFile dataCenters)
    {
        Products = products.Products.ToDictionary(product => product.ProductId);
        AddOns = products.AddOns.ToDictionary(addOn => addOn.Id);
        Images = images.Images;
        ImagesById = images.Images.ToDictionary(image => image.ImageId);
        DataCenters = dataCenters.DataCenters;
    }

    public static Catalogue Committed { get; } = new(
        EmbeddedFile.Read<ProductsFile>("Data.products.json"),
        EmbeddedFile.Read<ImagesFile>("Data.images.json"),
        EmbeddedFile.Read<DataCentersFile>("Data.data-centers.json"));

    public IReadOnlyDictionary<string, Product> Products { get; }

    public IReadOnlyDictionary<long, AddOn> AddOns { get; }

    public IReadOnlyList<Image> Images { get; }

    public IReadOnlyDictionary<Guid, Image> ImagesById { get; }

    public IReadOnlyList<DataCenter> DataCenters { get; }

    /// <summary>The data center an order for a region lands in: its first one (Assumed).</summary>
    public DataCenter DataCenterOf(string region) => DataCenters.First(center => center.RegionSlug == region);

    private sealed record ProductsFile(IReadOnlyList<Product> Products, IReadOnlyList<AddOn> AddOns);

    private sealed record ImagesFile(IReadOnlyList<Image> Images);

    private sealed record DataCentersFile(IReadOnlyList<DataCenter> DataCenters);
}

internal sealed record Product(
    string ProductId,
    string Name,
    string Family,
    string ProductType,
    int CpuCores,
    int RamGb,
    int DiskGb,
    int PortMbit,
    int Snapshots,
    bool Retired,
    IReadOnlyDictionary<int, decimal> MonthlyEur,
    IReadOnlyDictionary<string, decimal> SurchargeEur,
    decimal BackupEur)
{
    public bool IsDedicated => ProductType == "vds";
}

internal sealed record AddOn(long Id, string Name, decimal MonthlyEur, decimal? VdsMonthlyEur)
{
    public decimal MonthlyFor(Product product) => product.IsDedicated ? VdsMonthlyEur ?? MonthlyEur : MonthlyEur;
}

internal sealed record Image(Guid ImageId, string Name, string Description, string OsType, string Version, long SizeMb, DateOnly Created);

internal sealed record DataCenter(
    string Slug, string Name, string RegionSlug, string RegionName, IReadOnlyList<string> Capabilities, string S3Url);
