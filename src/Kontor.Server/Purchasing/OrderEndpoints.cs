using Kontor.Api.Common;
using Kontor.Api.Purchasing;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Purchasing;

/// <summary>Orders: the only way money is spent.</summary>
internal static class OrderEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Orders");
        orders.MapPost("", PlaceAsync).WithName("PlaceOrder").Needs(Right.Order).RequireAuthorization(ApiScopes.OrdersWrite)
            .WithSummary("Orders one instance; the same order again is the same operation.");
        orders.MapGet("", ListAsync).WithName("ListOrders").Needs(Right.Order).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Lists orders, newest first.");
        orders.MapGet("/{id}", ShowAsync).WithName("GetOrder").Needs(Right.Order).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Shows an order as it was sealed.");
    }

    internal static async Task<Results<Accepted<OrderResponse>, ProblemAnswer>> PlaceAsync(
        Seller seller, IdempotencyHeader idempotency, Body<OrderRequest> body, OrderInstanceHandler handler, CancellationToken cancellationToken)
    {
        var order = body.Value.ToEngine(seller.Source);
        if (order.Problem is { } malformed)
        {
            return malformed.ToHttp();
        }

        var result = await handler.HandleAsync(order.Value, idempotency.Key, seller.Actor, cancellationToken);
        return result.Match<Results<Accepted<OrderResponse>, ProblemAnswer>>(
            accepted => TypedResults.Accepted(
                $"/api/v1/operations/{accepted.Operation.Id}", new ShownOrder(accepted.Order, accepted.Subject, accepted.Operation).ToResponse()),
            problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<ListPage<OrderResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] SubjectPageQuery query, ShowOrdersHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.ListAsync(caller.Source, query.SubjectId, query.Before, limit, cancellationToken),
            row => row.Order.Id.Value,
            row => row.ToResponse()));

    internal static async Task<Results<Ok<OrderResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowOrdersHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.FindAsync(new OrderId(id), caller.Source, cancellationToken);
        return result.Match<Results<Ok<OrderResponse>, ProblemAnswer>>(order => TypedResults.Ok(order.ToResponse()), problem => problem.ToHttp());
    }
}
