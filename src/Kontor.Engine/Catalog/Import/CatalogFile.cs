using System.Security.Cryptography;
using System.Text.Json;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Catalog.Import;

/// <summary>A whole and valid catalogue file, as rows; the prices do not know yet which list of ours they go into.</summary>
internal sealed record CatalogFile(
    IReadOnlyList<ProductRow> Products,
    IReadOnlyList<TermRow> Terms,
    IReadOnlyList<RegionRow> Regions,
    IReadOnlyList<ImageRow> Images,
    IReadOnlyList<FilePriceList> PriceLists)
{
    /// <summary>The hash of what the file says, whatever its blanks and the order of its entries.</summary>
    public string ContentHash() => HashOf(this);

    public static string HashOf<T>(T content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, StorageJson.Options)));
}

/// <summary>The price list of one currency, from one day on; without prices of add-ons null, so that its hash is what it was before there were any.</summary>
internal sealed record FilePriceList(
    Currency Currency, DateOnly ValidFrom, string Source, IReadOnlyList<PriceRow> Prices, IReadOnlyList<AddOnPriceRow>? AddOns);

/// <summary>What earlier imports brought: a file may price a plan that it does not describe again.</summary>
internal sealed record KnownNames(IReadOnlySet<string> Products, IReadOnlySet<string> Regions);
