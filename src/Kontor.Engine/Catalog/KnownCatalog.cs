using Kontor.Engine.Catalog.Tables;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Everything there is to choose from, retired or not: some dozens of rows.</summary>
internal sealed record KnownCatalog(
    IReadOnlyList<ProductRow> Products, IReadOnlyList<RegionRow> Regions, IReadOnlyList<ImageRow> Images)
{
    public static async Task<KnownCatalog> ReadAsync(DataConnection db, CancellationToken cancellationToken) => new(
        await db.GetTable<ProductRow>().OrderBy(row => row.Id).ToListAsync(cancellationToken),
        await db.GetTable<RegionRow>().OrderBy(row => row.Slug).ToListAsync(cancellationToken),
        await db.GetTable<ImageRow>().OrderBy(row => row.Name).ToListAsync(cancellationToken));
}
