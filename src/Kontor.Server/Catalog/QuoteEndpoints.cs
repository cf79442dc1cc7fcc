using Kontor.Api.Catalog;
using Kontor.Api.Purchasing;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Catalog;

/// <summary>What an order would cost, before it is placed.</summary>
internal static class QuoteEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/quote", ShowAsync).WithTags("Catalog").WithName("GetQuote").Needs(Right.Catalogue).RequireAuthorization(ApiScopes.CatalogRead)
            .WithSummary("Says what an order would cost now, or why it cannot be placed; nothing is reserved.");

    internal static async Task<Results<Ok<QuoteResponse>, ProblemAnswer>> ShowAsync(
        Caller caller, [AsParameters] QuoteQuery query, OfferHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(query.ToEngine(caller.Source), cancellationToken);
        return result.Match<Results<Ok<QuoteResponse>, ProblemAnswer>>(offer => TypedResults.Ok(ToResponse(offer)), problem => problem.ToHttp());
    }

    private static QuoteResponse ToResponse(Offer offer) => new()
    {
        Plan = offer.Quote.Plan,
        Region = offer.Quote.Region,
        Image = offer.Quote.Image,
        TermMonths = offer.Quote.TermMonths,
        Account = offer.Account.Value,
        Price = new PriceResponse
        {
            PriceListId = offer.Quote.PriceListId,
            Monthly = offer.Quote.Monthly.ToResponse(),
            Setup = offer.Quote.Setup.ToResponse(),
            Committed = offer.Quote.Committed.ToResponse(),
        },
        Assumed = offer.Quote.Assumed,
    };
}
