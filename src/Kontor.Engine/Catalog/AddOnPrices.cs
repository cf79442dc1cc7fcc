using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Says what an add-on costs, from the price list in force that day. Whatever is not known is refused.</summary>
public sealed class AddOnPrices(Database database, TimeProvider clock)
{
    /// <summary>Finds the price.</summary>
    /// <param name="addOn">One of <see cref="KnownAddOns.All"/>.</param>
    /// <param name="plan">The machine's plan; null when it is not known.</param>
    /// <param name="region">The machine's region; null when it is not known.</param>
    /// <param name="currency">What the machine's account is billed in.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<AddOnPrice>> FindAsync(
        string addOn, string? plan, string? region, Currency currency, CancellationToken cancellationToken)
    {
        var today = BerlinDay.Of(clock.GetUtcNow());
        var row = await database.ReadAsync(
            async db => await PriceLists.InForceAsync(db, currency, today, cancellationToken) is { } list
                ? await RowAsync(db, list.Id, addOn, plan, region, cancellationToken)
                : null,
            cancellationToken);
        return row is null
            ? CatalogProblems.AddOnPriceUnknown(addOn, plan, region, currency)
            : new AddOnPrice(row.PriceListId, Money.FromStored(row.Monthly, currency), row.ProviderId, row.Assumed);
    }

    /// <summary>A price of the region itself goes before one of every region.</summary>
    private static Task<AddOnPriceRow?> RowAsync(
        DataConnection db, string list, string addOn, string? plan, string? region, CancellationToken cancellationToken) =>
        db.GetTable<AddOnPriceRow>()
            .Where(row => row.PriceListId == list && row.AddOn == addOn && row.ProductId == plan && (row.Region == "" || row.Region == region))
            .OrderByDescending(row => row.Region)
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>What an add-on costs.</summary>
/// <param name="PriceListId">The list the price is from.</param>
/// <param name="Monthly">The price of one month.</param>
/// <param name="ProviderId">The provider's number of the add-on on such machines; null when it is not known.</param>
/// <param name="Assumed">Whether it was concluded from a like plan and not read anywhere.</param>
public sealed record AddOnPrice(string PriceListId, Money Monthly, long? ProviderId, bool Assumed);
