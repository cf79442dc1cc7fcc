using Kontor.Api.Compute;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The same wish for many machines.</summary>
internal static class BulkEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var bulk = api.MapGroup("/bulk").WithTags("Bulk");
        bulk.MapPost("", CreateAsync).WithName("CreateBulk").RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Wishes the same for many machines, some at a time; each becomes an operation when its turn comes.");
        bulk.MapPost("/preview", PreviewAsync).WithName("PreviewBulk").RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Says for each machine what would come of it now; nothing is done.");
        bulk.MapGet("/{id}", ShowAsync).WithName("GetBulk").RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Shows how far it is, and what came of each machine.");
        bulk.MapPost("/{id}/stop", StopAsync).WithName("StopBulk").RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Begins no further machine; those under way go on.");
        bulk.MapPost("/{id}/retry", RetryAsync).WithName("RetryBulk").RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Wishes anew for the machines that failed.");
    }

    internal static async Task<Results<Accepted<BulkResponse>, ProblemAnswer>> CreateAsync(
        Caller caller, IdempotencyHeader idempotency, Body<CreateBulkRequest> body, CreateBulkHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(ToEngine(body.Value, caller), idempotency.Key, caller.Actor, cancellationToken);
        return result.Match<Results<Accepted<BulkResponse>, ProblemAnswer>>(
            shown => TypedResults.Accepted($"/api/v1/bulk/{shown.Row.Id}", shown.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<BulkPreviewResponse>, ProblemAnswer>> PreviewAsync(
        Caller caller, Body<CreateBulkRequest> body, CreateBulkHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.PreviewAsync(ToEngine(body.Value, caller), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<BulkPreviewResponse>, ProblemAnswer>>(
            preview => TypedResults.Ok(preview.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<BulkResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowBulkHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.HandleAsync(id, caller.Source, cancellationToken));

    internal static async Task<Results<Ok<BulkResponse>, ProblemAnswer>> StopAsync(
        string id, Caller caller, DecideBulkHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.StopAsync(id, caller.Source, caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<BulkResponse>, ProblemAnswer>> RetryAsync(
        string id, Caller caller, DecideBulkHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.RetryAsync(id, caller.Source, caller.Actor, cancellationToken));

    private static CreateBulk ToEngine(CreateBulkRequest sent, Caller caller) => new(sent.Action, sent.Instances, sent.Limit, caller.Source);

    private static Results<Ok<BulkResponse>, ProblemAnswer> ToHttp(Result<ShownBulk> result) =>
        result.Match<Results<Ok<BulkResponse>, ProblemAnswer>>(shown => TypedResults.Ok(shown.ToResponse()), problem => problem.ToHttp());
}
