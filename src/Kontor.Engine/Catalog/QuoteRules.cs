using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>What may be ordered, and what that binds us to pay. Whatever is not known is refused.</summary>
internal static class QuoteRules
{
    public static Result<Quote> Decide(QuoteRequest request, QuoteFacts facts, DateOnly today)
    {
        var product = facts.Known.Products.FirstOrDefault(row => row.Id == request.Plan);
        var refusal = Plan(request, product, facts.Known, today)
            ?? Region(request, facts.Known, today)
            ?? ImageRules.Check(request.Image, product!, facts.Known.With(request.Own), today)
            ?? Term(request, facts.Terms);
        return refusal is null ? Priced(request, product!, facts) : refusal;
    }

    private static Problem? Plan(QuoteRequest request, ProductRow? product, KnownCatalog known, DateOnly today) => product switch
    {
        null => CatalogProblems.PlanUnknown(request.Plan, Open(known.Products, today).Select(row => row.Id)),
        { RetiredOn: { } day } when day <= today =>
            CatalogProblems.PlanRetired(product, day, Open(known.Products, today).Where(row => row.Family == product.Family)),
        { Orderable: Orderable.No } => CatalogProblems.PlanNotOrderable(product),
        { Orderable: Orderable.Unknown } => CatalogProblems.PlanUnconfirmed(product),
        _ => null,
    };

    private static Problem? Region(QuoteRequest request, KnownCatalog known, DateOnly today)
    {
        var open = known.Regions.Where(row => !(row.RetiredOn <= today)).Select(row => row.Slug);
        return known.Regions.FirstOrDefault(row => row.Slug == request.Region) switch
        {
            null => CatalogProblems.RegionUnknown(request.Region, open),
            { RetiredOn: { } day } region when day <= today => CatalogProblems.RegionRetired(region, day, open),
            _ => null,
        };
    }

    private static Problem? Term(QuoteRequest request, IReadOnlyList<TermRow> terms) =>
        terms.FirstOrDefault(row => row.Months == request.TermMonths) switch
        {
            null => CatalogProblems.TermUnknown(request, terms),
            { Orderable: Orderable.No } => CatalogProblems.TermNotOrderable(request, terms),
            { Orderable: Orderable.Unknown } => CatalogProblems.TermUnconfirmed(request, terms),
            _ => null,
        };

    private static Result<Quote> Priced(QuoteRequest request, ProductRow product, QuoteFacts facts)
    {
        var price = facts.Prices.FirstOrDefault(row => row.Region == request.Region && row.Months == request.TermMonths);
        if (facts.List is null || price is null)
        {
            return CatalogProblems.PriceUnknown(request, facts.List, facts.Prices);
        }

        var monthly = Money.FromStored(price.Monthly, request.Currency);
        var setup = Money.FromStored(price.Setup, request.Currency);
        return new Quote(
            product.Id, request.Region, request.Image, request.TermMonths, facts.List.Id,
            monthly, setup, Committed(monthly, setup, request.TermMonths), product.DiskMib, price.Assumed);
    }

    /// <summary>The provider's terms cannot be left early, so an order costs all of its months.</summary>
    internal static Money Committed(Money monthly, Money setup, int termMonths) => (monthly * termMonths) + setup;

    private static IEnumerable<ProductRow> Open(IEnumerable<ProductRow> products, DateOnly today) =>
        products.Where(row => !(row.RetiredOn <= today) && row.Orderable == Orderable.Yes);
}
