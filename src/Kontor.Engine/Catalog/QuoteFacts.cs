using Kontor.Engine.Catalog.Tables;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>All that the catalogue knows about one request.</summary>
/// <param name="Known">What there is to choose from.</param>
/// <param name="Terms">The terms of the plan asked for.</param>
/// <param name="List">The price list in force, if there is one in that currency.</param>
/// <param name="Prices">The prices of the plan asked for in that list.</param>
internal sealed record QuoteFacts(
    KnownCatalog Known, IReadOnlyList<TermRow> Terms, PriceListRow? List, IReadOnlyList<PriceRow> Prices)
{
    public static async Task<QuoteFacts> ReadAsync(
        DataConnection db, QuoteRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var list = await PriceLists.InForceAsync(db, request.Currency, today, cancellationToken);
        return new(
            await KnownCatalog.ReadAsync(db, cancellationToken),
            await db.GetTable<TermRow>().Where(row => row.ProductId == request.Plan).OrderBy(row => row.Months)
                .ToListAsync(cancellationToken),
            list,
            list is null ? [] : await PricesAsync(db, list.Id, request.Plan, cancellationToken));
    }

    private static Task<List<PriceRow>> PricesAsync(
        DataConnection db, string list, string plan, CancellationToken cancellationToken) =>
        db.GetTable<PriceRow>()
            .Where(row => row.PriceListId == list && row.ProductId == plan)
            .OrderBy(row => row.Region).ThenBy(row => row.Months)
            .ToListAsync(cancellationToken);
}
