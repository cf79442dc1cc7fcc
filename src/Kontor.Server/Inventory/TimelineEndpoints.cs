using Kontor.Api.Common;
using Kontor.Api.Inventory;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.History;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Inventory;

/// <summary>What happened to a machine.</summary>
internal static class TimelineEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/instances/{id}/timeline", ListAsync).WithTags("Instances").WithName("ListTimeline").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Lists what happened to an instance, by Kontor and past it, newest first.");

    internal static async Task<Results<Ok<ListPage<TimelineEntryResponse>>, ProblemAnswer>> ListAsync(
        string id, Caller caller, [AsParameters] PageQuery query, ShowTimelineHandler handler, CancellationToken cancellationToken)
    {
        // One row more than shown is read, so that the last page knows that it is.
        var result = await handler.HandleAsync(new ResourceId(id), caller.Actor, query.Before, query.Size + 1, cancellationToken);
        return result.Problem is { } problem
            ? problem.ToHttp()
            : TypedResults.Ok(await Pages.OfAsync(query, _ => Task.FromResult(result.Value), entry => entry.Id, entry => entry.ToResponse()));
    }
}
