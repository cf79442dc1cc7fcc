using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The plan of a machine: what Contabo offers now, and the wish for one, which a person carries out.</summary>
internal static class PlanEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var plans = api.MapGroup("/instances/{id}").WithTags("Plans");
        plans.MapGet("/offers", OffersAsync).WithName("ListOffers").Needs(Right.AddOns).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Lists the plans that the machine may be changed into, as Contabo offers them now.");
        plans.MapPost("/plan", ChangeAsync).WithName("ChangePlan").Needs(Right.AddOns).RequireAuthorization(ApiScopes.OrdersWrite)
            .WithSummary("Has a person change the machine's plan in Contabo's panel, since its API takes no order for that.");
    }

    internal static async Task<Results<Ok<PlanOffersResponse>, ProblemAnswer>> OffersAsync(
        string id, Caller caller, OffersHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new ResourceId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<PlanOffersResponse>, ProblemAnswer>>(shown => TypedResults.Ok(shown.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> ChangeAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<ChangePlanRequest> body, RequestPlanChangeHandler handler, CancellationToken cancellationToken)
    {
        var wish = new RequestPlanChange(new ResourceId(id), body.Value.OfferId, body.Value.Plan);
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }
}
