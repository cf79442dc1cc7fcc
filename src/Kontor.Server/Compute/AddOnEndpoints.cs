using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Tasks;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Purchasing;
using Kontor.Server.Tasks;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The add-ons of a subject's machine: bought by whoever sells, and ended by a person.</summary>
internal static class AddOnEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var addOns = api.MapGroup("/subjects/{id}/add-ons").WithTags("Add-ons");
        addOns.MapGet("", ListAsync).WithName("ListAddOns").Needs(Right.AddOns).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Lists the add-ons that were ordered for the subject's present machine, oldest first.");
        addOns.MapGet("/{addOn}/price", PriceAsync).WithName("GetAddOnPrice").Needs(Right.AddOns).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Says what an add-on would cost for the subject's present machine, until the end of its term.");
        addOns.MapPost("", BuyAsync).WithName("BuyAddOn").Needs(Right.AddOns).RequireAuthorization(ApiScopes.OrdersWrite)
            .WithSummary("Buys an add-on for the subject's machine; the same order again is the same operation.");
        addOns.MapPost("/{addOn}/end", EndAsync).WithName("EndAddOn").Needs(Right.AddOns).RequireAuthorization(ApiScopes.SubjectsWrite)
            .WithSummary("Ends an add-on for its client; Contabo's API cannot end it, so the answer is a task for a person.");
    }

    internal static async Task<Results<Ok<AddOnListResponse>, ProblemAnswer>> ListAsync(
        string id, Caller caller, ListAddOnsHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new SubjectId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<AddOnListResponse>, ProblemAnswer>>(list => TypedResults.Ok(list.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<AddOnPriceResponse>, ProblemAnswer>> PriceAsync(
        string id, string addOn, Caller caller, BuyAddOnHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.QuoteAsync(new SubjectId(id), addOn, caller.Actor, cancellationToken);
        return result.Match<Results<Ok<AddOnPriceResponse>, ProblemAnswer>>(offer => TypedResults.Ok(offer.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> BuyAsync(
        string id, Seller seller, IdempotencyHeader idempotency, Body<BuyAddOnRequest> body, BuyAddOnHandler handler, CancellationToken cancellationToken)
    {
        var sent = body.Value;
        var sold = sent.Sold?.ToEngine();
        if (sold?.Problem is { } wrong)
        {
            return wrong.ToHttp();
        }

        var order = new BuyAddOn(new SubjectId(id), sent.Generation, sent.Fingerprint.ToEngine(), sent.AddOn, sent.Ordinal, sold?.Value);
        return (await handler.HandleAsync(order, idempotency.Key, seller.Actor, cancellationToken)).ToAccepted();
    }

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> EndAsync(
        string id, string addOn, Seller seller, Body<EndAddOnRequest> body, EndAddOnHandler handler, CancellationToken cancellationToken)
    {
        var wish = new EndAddOn(new SubjectId(id), body.Value.Generation, body.Value.Fingerprint.ToEngine(), addOn);
        var result = await handler.HandleAsync(wish, seller.Actor, cancellationToken);
        return result.Match<Results<Ok<TaskResponse>, ProblemAnswer>>(task => TypedResults.Ok(task.ToResponse()), problem => problem.ToHttp());
    }
}
