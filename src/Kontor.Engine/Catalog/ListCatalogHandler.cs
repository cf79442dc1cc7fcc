using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Shows the whole catalogue: what there is, what can be ordered, what it costs, and who says so.</summary>
public sealed class ListCatalogHandler(Database database, TimeProvider clock)
{
    public Task<CatalogListing> HandleAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => ReadAsync(db, BerlinDay.Of(clock.GetUtcNow()), cancellationToken), cancellationToken);

    private static async Task<CatalogListing> ReadAsync(DataConnection db, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await KnownCatalog.ReadAsync(db, cancellationToken);
        var terms = (await db.GetTable<TermRow>().OrderBy(row => row.Months).ToListAsync(cancellationToken)).ToLookup(row => row.ProductId);
        var lists = await InForceAsync(db, today, cancellationToken);
        var prices = await PricesAsync(db, lists, cancellationToken);
        return new(
            [.. known.Products.Select(row => Plan(row, terms[row.Id], prices[row.Id]))],
            [.. known.Regions.Select(row => new CatalogRegion(row.Slug, row.Name, row.RetiredOn, row.Source))],
            [.. known.Images.Select(row => new CatalogImage(row.Id, row.Name, row.OsType, row.SizeMib, row.RetiredOn, row.Source))],
            [.. lists.Select(row => new CatalogPriceList(row.Id, row.Currency, row.ValidFrom, row.Source, row.ImportedAt))],
            await AddOnPricesAsync(db, lists, cancellationToken));
    }

    private static async Task<List<PriceListRow>> InForceAsync(DataConnection db, DateOnly today, CancellationToken cancellationToken)
    {
        var lists = new List<PriceListRow>();
        foreach (var currency in await db.GetTable<PriceListRow>().Select(row => row.Currency).Distinct().ToListAsync(cancellationToken))
        {
            lists.AddRange(await PriceLists.InForceAsync(db, currency, today, cancellationToken) is { } list ? [list] : []);
        }

        return lists;
    }

    private static async Task<ILookup<string, CatalogPrice>> PricesAsync(
        DataConnection db, List<PriceListRow> lists, CancellationToken cancellationToken)
    {
        var (ids, currencies) = (lists.Select(list => list.Id).ToList(), lists.ToDictionary(list => list.Id, list => list.Currency));
        var rows = await db.GetTable<PriceRow>()
            .Where(row => ids.Contains(row.PriceListId))
            .OrderBy(row => row.PriceListId).ThenBy(row => row.Region).ThenBy(row => row.Months)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ProductId, row => Price(row, currencies[row.PriceListId]));
    }

    private static async Task<List<CatalogAddOnPrice>> AddOnPricesAsync(
        DataConnection db, List<PriceListRow> lists, CancellationToken cancellationToken)
    {
        var (ids, currencies) = (lists.Select(list => list.Id).ToList(), lists.ToDictionary(list => list.Id, list => list.Currency));
        var rows = await db.GetTable<AddOnPriceRow>()
            .Where(row => ids.Contains(row.PriceListId))
            .OrderBy(row => row.PriceListId).ThenBy(row => row.AddOn).ThenBy(row => row.ProductId).ThenBy(row => row.Region)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new CatalogAddOnPrice(
            row.PriceListId, row.AddOn, row.ProductId, row.Region.Length == 0 ? null : row.Region,
            Money.FromStored(row.Monthly, currencies[row.PriceListId]), row.Assumed, row.Source));
    }

    private static CatalogPlan Plan(ProductRow row, IEnumerable<TermRow> terms, IEnumerable<CatalogPrice> prices) => new(
        row.Id, row.Name, row.Family, row.CpuCores, row.RamMib, row.DiskMib, row.Snapshots, row.Orderable, row.RetiredOn, row.Source,
        [.. terms.Select(term => new CatalogTerm(term.Months, term.Orderable, term.Source))],
        [.. prices]);

    private static CatalogPrice Price(PriceRow row, Currency currency) => new(
        row.PriceListId, row.Region, row.Months,
        Money.FromStored(row.Monthly, currency), Money.FromStored(row.Setup, currency), row.Assumed, row.Source);
}
