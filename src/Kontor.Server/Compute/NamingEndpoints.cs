using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Hostname;
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
        instance.MapPut("/hostname", SetHostnameAsync).WithName("SetHostname").Needs(Right.Hostname)
            .WithSummary("Keeps the host name that the machine's next installation gets; the system that runs keeps its own.");
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> RenameAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<RenameRequest> body, RenameInstanceHandler handler, CancellationToken cancellationToken)
    {
        var wish = new RenameInstance(new ResourceId(id), body.Value.Label, caller.Source);
        var result = await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken);
        return result.ToAccepted();
    }

    internal static async Task<Results<Ok<HostnameResponse>, ProblemAnswer>> SetHostnameAsync(
        string id, Caller caller, Body<HostnameRequest> body, SetHostnameHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new SetHostname(new ResourceId(id), body.Value.Hostname, caller.Source), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<HostnameResponse>, ProblemAnswer>>(
            name => TypedResults.Ok(new HostnameResponse { Hostname = name, Note = SetHostnameHandler.Note }), problem => problem.ToHttp());
    }
}
