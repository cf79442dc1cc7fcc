using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>What a machine is called.</summary>
internal static class NamingEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var instance = api.MapGroup("/instances/{id}").WithTags("Instances").RequireAuthorization(ApiScopes.InstancesWrite);
        instance.MapPatch("", RenameAsync).WithName("RenameInstance").Needs(Right.Rename)
            .WithSummary("Calls the machine something else; the marker in its name at Contabo stays.");
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> RenameAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<RenameRequest> body, RenameInstanceHandler handler, CancellationToken cancellationToken)
    {
        var wish = new RenameInstance(new ResourceId(id), body.Value.Label, caller.Source);
        var result = await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken);
        return result.Match<Results<Accepted<OperationResponse>, ProblemAnswer>>(
            operation => TypedResults.Accepted($"/api/v1/operations/{operation.Id}", operation.ToResponse()), problem => problem.ToHttp());
    }
}
