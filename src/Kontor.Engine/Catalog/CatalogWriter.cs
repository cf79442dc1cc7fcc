using Kontor.Engine.Audit;
using Kontor.Engine.Catalog.Import;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Writes a file's rows: adds and overwrites by name, adds price lists, removes nothing.</summary>
internal sealed class CatalogWriter(UnitOfWork unit, IIdSource ids, CancellationToken cancellationToken)
{
    public async Task<Result<CatalogImportReport>> WriteAsync(CatalogFile file, Actor actor, bool onlyIntoEmpty)
    {
        var hash = file.ContentHash();
        var newest = await unit.Db.GetTable<CatalogImportRow>().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (newest?.ContentHash == hash || (onlyIntoEmpty && newest is not null))
        {
            return CatalogImportReport.Unchanged(hash);
        }

        var report = await WriteRowsAsync(file, hash);
        await unit.Db.InsertAsync(new CatalogImportRow { ContentHash = hash, ImportedAt = unit.Now }, token: cancellationToken);
        await AuditTrail.AppendAsync(unit, actor, "catalog.imported", hash, report);
        return report;
    }

    private async Task<CatalogImportReport> WriteRowsAsync(CatalogFile file, string hash)
    {
        var products = await PutAsync(file.Products, row => row.Id, row => row.RetiredOn);
        foreach (var product in file.Products)
        {
            await unit.Db.GetTable<TermRow>().Where(term => term.ProductId == product.Id).DeleteAsync(cancellationToken);
        }

        await InsertAllAsync(file.Terms);
        var lists = await AddPriceListsAsync(file.PriceLists);
        return new(
            true, hash, products,
            await PutAsync(file.Regions, row => row.Slug, row => row.RetiredOn),
            await PutAsync(file.Images, row => row.Id, row => row.RetiredOn),
            [.. lists.Select(list => list.Id)],
            lists.Sum(list => list.Prices),
            lists.Sum(list => list.AddOnPrices));
    }

    private async Task<ImportCount> PutAsync<T>(IReadOnlyList<T> rows, Func<T, string> nameOf, Func<T, DateOnly?> retiredOn)
        where T : class
    {
        var before = (await unit.Db.GetTable<T>().ToListAsync(cancellationToken)).ToDictionary(nameOf);
        var (added, changed) = (new List<T>(), new List<T>());
        foreach (var row in rows)
        {
            if (!before.TryGetValue(nameOf(row), out var old))
            {
                added.Add(row);
            }
            else if (!old.Equals(row))
            {
                changed.Add(row);
                await unit.Db.UpdateAsync(row, token: cancellationToken);
            }
        }

        await InsertAllAsync(added);
        var retired = added.Concat(changed).Count(row => retiredOn(row) is not null && OldDay(row) is null);
        return new(added.Count, changed.Count, retired);

        DateOnly? OldDay(T row) => before.TryGetValue(nameOf(row), out var old) ? retiredOn(old) : null;
    }

    private async Task<List<(string Id, int Prices, int AddOnPrices)>> AddPriceListsAsync(IReadOnlyList<FilePriceList> lists)
    {
        var added = new List<(string Id, int Prices, int AddOnPrices)>();
        foreach (var list in lists)
        {
            if (await IsThereAsync(list))
            {
                continue;
            }

            var id = ids.NewId();
            await unit.Db.InsertAsync(RowOf(list, id), token: cancellationToken);
            await InsertAllAsync([.. list.Prices.Select(price => price with { PriceListId = id })]);
            var addOns = list.AddOns ?? [];
            await InsertAllAsync([.. addOns.Select(price => price with { PriceListId = id })]);
            added.Add((id, list.Prices.Count, addOns.Count));
        }

        return added;
    }

    /// <summary>A list that says what the one in its place says is not added again; one that goes back to older prices is.</summary>
    private async Task<bool> IsThereAsync(FilePriceList list)
    {
        var (currency, validFrom) = (list.Currency, list.ValidFrom);
        var inPlace = await PriceLists.InForceAsync(unit.Db, currency, validFrom, cancellationToken);
        return inPlace?.ValidFrom == validFrom && inPlace.ContentHash == CatalogFile.HashOf(list);
    }

    private PriceListRow RowOf(FilePriceList list, string id) => new()
    {
        Id = id,
        Currency = list.Currency,
        Source = list.Source,
        ValidFrom = list.ValidFrom,
        ImportedAt = unit.Now,
        ContentHash = CatalogFile.HashOf(list),
    };

    private async Task InsertAllAsync<T>(IReadOnlyList<T> rows)
        where T : class
    {
        if (rows.Count > 0)
        {
            await unit.Db.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows }, rows, cancellationToken);
        }
    }
}
