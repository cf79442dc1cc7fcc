using System.Collections.Concurrent;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>Says what an order would cost, or why it cannot be placed; it changes nothing.</summary>
/// <remarks>A catalogue changes by an import alone, so what was read stays good until there is a newer import.</remarks>
public sealed class QuoteHandler(Database database, TimeProvider clock)
{
    private Kept _kept = new(0, DateOnly.MinValue);

    public async Task<Result<Quote>> HandleAsync(QuoteRequest request, CancellationToken cancellationToken)
    {
        var today = BerlinDay.Of(clock.GetUtcNow());
        var facts = await database.ReadAsync(db => FactsAsync(db, request, today, cancellationToken), cancellationToken);
        return QuoteRules.Decide(request, facts, today);
    }

    private async Task<QuoteFacts> FactsAsync(DataConnection db, QuoteRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var newest = await db.GetTable<CatalogImportRow>().MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0;
        var kept = _kept.Import == newest && _kept.Day == today ? _kept : _kept = new Kept(newest, today);
        if (kept.Facts.TryGetValue((request.Plan, request.Currency), out var known))
        {
            return known;
        }

        var facts = await QuoteFacts.ReadAsync(db, request, today, cancellationToken);
        // Only what exists is kept: anybody may ask for any name.
        if (facts.Known.Products.Any(product => product.Id == request.Plan))
        {
            kept.Facts[(request.Plan, request.Currency)] = facts;
        }

        return facts;
    }

    /// <summary>What was read on one day after one import, by plan and currency.</summary>
    private sealed record Kept(long Import, DateOnly Day)
    {
        public ConcurrentDictionary<(string Plan, Currency Currency), QuoteFacts> Facts { get; } = new();
    }
}
