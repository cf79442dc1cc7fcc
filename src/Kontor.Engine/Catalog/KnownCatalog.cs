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

    /// <summary>It, with one client's own image among the images.</summary>
    public KnownCatalog With(OwnImage? own) => own is null ? this : this with
    {
        Images = [.. Images, new ImageRow { Id = own.Id, Name = own.Name, OsType = own.OsType, SizeMib = own.SizeMib, Source = "custom image" }],
    };
}
