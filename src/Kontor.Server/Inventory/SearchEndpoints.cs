using Kontor.Api.Inventory;
using Kontor.Engine.Compute.Search;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Inventory;

/// <summary>The one search.</summary>
internal static class SearchEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", SearchAsync).WithTags("Search").WithName("Search").Needs(Right.Search).RequireAuthorization(ApiScopes.SearchRead)
            .WithSummary("Searches by address (who had it, at a time if one is named), number, id, subject, name or e-mail address; 50 hits at the most.");

    internal static async Task<Results<Ok<SearchResponse>, ProblemAnswer>> SearchAsync(
        Caller caller, [AsParameters] SearchQuery query, SearchHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(query.Words, query.Then, caller.Actor, cancellationToken);
        return result.Match<Results<Ok<SearchResponse>, ProblemAnswer>>(
            hits => TypedResults.Ok(new SearchResponse { Items = [.. hits.Select(ToResponse)] }), problem => problem.ToHttp());
    }

    private static SearchHitResponse ToResponse(SearchHit hit) => new()
    {
        Kind = hit.Kind,
        Id = hit.Id,
        Title = hit.Title,
        SubjectId = hit.Subject?.Value,
        InstanceId = hit.Resource?.Value,
        From = hit.From,
        To = hit.To,
    };
}
