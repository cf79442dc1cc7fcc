using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Which price list is in force: the newest of a currency whose day has come; of one day's, the one imported last.</summary>
internal static class PriceLists
{
    public static Task<PriceListRow?> InForceAsync(
        DataConnection db, Currency currency, DateOnly today, CancellationToken cancellationToken) =>
        db.GetTable<PriceListRow>()
            .Where(list => list.Currency == currency && list.ValidFrom <= today)
            .OrderByDescending(list => list.ValidFrom)
            .ThenByDescending(list => list.ImportedAt)
            .ThenByDescending(list => list.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
