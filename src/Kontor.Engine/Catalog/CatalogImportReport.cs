namespace Kontor.Engine.Catalog;

/// <summary>What an import changed.</summary>
/// <param name="Changed">False when the newest import brought the very same content: then nothing was written.</param>
/// <param name="ContentHash">The SHA-256 of what the file says, blanks and order aside.</param>
/// <param name="Products">Plans added, changed, and retired now.</param>
/// <param name="Regions">Regions added, changed, and retired now.</param>
/// <param name="Images">Images added, changed, and retired now.</param>
/// <param name="PriceLists">The ids of the price lists added.</param>
/// <param name="Prices">How many prices of plans those lists hold.</param>
/// <param name="AddOnPrices">How many prices of add-ons those lists hold.</param>
public sealed record CatalogImportReport(
    bool Changed,
    string ContentHash,
    ImportCount Products,
    ImportCount Regions,
    ImportCount Images,
    IReadOnlyList<string> PriceLists,
    int Prices,
    int AddOnPrices)
{
    internal static CatalogImportReport Unchanged(string contentHash) => new(false, contentHash, default, default, default, [], 0, 0);
}

/// <summary>How many entries of one kind an import touched.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Those that said something else before.</param>
/// <param name="Retired">Those among the added and changed that now bear a day of retirement and did not before.</param>
public readonly record struct ImportCount(int Added, int Changed, int Retired);
