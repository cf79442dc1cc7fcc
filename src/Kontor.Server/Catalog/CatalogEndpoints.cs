using Kontor.Api.Catalog;
using Kontor.Engine.Catalog;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Catalog;

/// <summary>What can be ordered.</summary>
internal static class CatalogEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/catalog", ShowAsync).WithTags("Catalog").WithName("GetCatalog").Needs(Right.Catalogue).RequireAuthorization(ApiScopes.CatalogRead)
            .WithSummary("Shows plans, regions, images and the prices in force today.");

    internal static async Task<Results<Ok<CatalogResponse>, ProblemAnswer>> ShowAsync(ListCatalogHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok((await handler.HandleAsync(cancellationToken)).ToResponse());
}
