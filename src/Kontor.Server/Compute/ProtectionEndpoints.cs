using Kontor.Api.Compute;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>What a machine is protected from.</summary>
internal static class ProtectionEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGroup("/instances/{id}").WithTags("Instances")
        .RequireAuthorization(ApiScopes.InstancesWrite)
        .MapPut("/protection", SetAsync).WithName("ProtectInstance").Needs(Right.Protect)
        .WithSummary("Protects the machine from its end and from losing its disk, or no longer; while it is protected, either is refused.");

    internal static async Task<Results<Ok<ProtectionResponse>, ProblemAnswer>> SetAsync(
        string id, Caller caller, Body<ProtectionRequest> body, ProtectInstanceHandler handler, CancellationToken cancellationToken)
    {
        var wish = new ProtectInstance(new ResourceId(id), body.Value.Delete, body.Value.Rebuild, caller.Source);
        var result = await handler.HandleAsync(wish, caller.Actor, cancellationToken);
        return result.Match<Results<Ok<ProtectionResponse>, ProblemAnswer>>(
            protection => TypedResults.Ok(InstanceMapping.ProtectionOf(protection)), problem => problem.ToHttp());
    }
}
