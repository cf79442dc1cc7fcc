using Kontor.Api.Common;
using Kontor.Api.Secrets;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Secrets;

/// <summary>What secrets there were, and the links to those that are to be shown; never a secret itself.</summary>
internal static class LinkEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/operations/{id}/link", MakeAsync).WithTags("Operations").WithName("MakeRevealLink").Needs(Right.Reveal)
            .RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Makes the link that shows the secret of an operation once; a link made before stops working.");
        api.MapGet("/instances/{id}/links", ListAsync).WithTags("Instances").WithName("ListInstanceLinks").Needs(Right.View)
            .RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Lists what secrets a machine had and whether they were shown, newest first; never the secrets or their links.");
    }

    internal static async Task<Results<Ok<RevealLinkResponse>, ProblemAnswer>> MakeAsync(
        string id, Caller caller, IdempotencyHeader idempotency, LinkOperationHandler handler, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var result = await handler.HandleAsync(new OperationId(id), idempotency.Key, caller.Actor, cancellationToken);
        return result.Match<Results<Ok<RevealLinkResponse>, ProblemAnswer>>(
            made => TypedResults.Ok(new RevealLinkResponse { Path = made.Path, Purpose = made.Link.Purpose, ExpiresAt = made.Link.ExpiresAt }),
            problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<ListPage<SecretLinkResponse>>, ProblemAnswer>> ListAsync(
        string id, Caller caller, [AsParameters] PageQuery query, ListInstanceLinksHandler handler, CancellationToken cancellationToken)
    {
        // One more than shown is read, so that the last page knows that it is.
        var result = await handler.HandleAsync(new ResourceId(id), caller.Actor, query.Before, query.Size + 1, cancellationToken);
        return result.Problem is { } problem
            ? problem.ToHttp()
            : TypedResults.Ok(await Pages.OfAsync(query, _ => Task.FromResult(result.Value), link => link.Id, ToResponse));
    }

    private static SecretLinkResponse ToResponse(OneTimeLink link) => new()
    {
        Id = link.Id,
        OperationId = link.OperationId?.Value,
        Purpose = link.Purpose,
        CreatedAt = link.CreatedAt,
        ExpiresAt = link.ExpiresAt,
        UsedAt = link.UsedAt,
    };
}
