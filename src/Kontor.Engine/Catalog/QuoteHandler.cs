using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Catalog;

/// <summary>Says what an order would cost, or why it cannot be placed; it changes nothing.</summary>
public sealed class QuoteHandler(Database database, TimeProvider clock)
{
    public async Task<Result<Quote>> HandleAsync(QuoteRequest request, CancellationToken cancellationToken)
    {
        var today = BerlinDay.Of(clock.GetUtcNow());
        var facts = await database.ReadAsync(db => QuoteFacts.ReadAsync(db, request, today, cancellationToken), cancellationToken);
        return QuoteRules.Decide(request, facts, today);
    }
}
