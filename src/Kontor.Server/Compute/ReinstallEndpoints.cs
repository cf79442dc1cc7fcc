using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>A new installation: what it would lose, and the wish for it.</summary>
internal static class ReinstallEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var instance = api.MapGroup("/instances/{id}/reinstall").WithTags("Instances");
        instance.MapGet("", ShowAsync).WithName("GetReinstallLosses").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Shows what a new installation would lose and what stays.");
        instance.MapPost("", ReinstallAsync).WithName("ReinstallInstance").Needs(Right.Reinstall).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Wipes the machine's disk and installs an image anew; contract, addresses and name stay.");
    }

    internal static async Task<Results<Ok<ReinstallLossesResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowReinstallHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new ResourceId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<ReinstallLossesResponse>, ProblemAnswer>>(
            losses => TypedResults.Ok(losses.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> ReinstallAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<ReinstallRequest> body, ReinstallHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(ToEngine(id, caller, body.Value), idempotency.Key, caller.Actor, cancellationToken);
        return result.ToAccepted();
    }

    private static ReinstallInstance ToEngine(string id, Caller caller, ReinstallRequest sent) => new(new ResourceId(id), sent.Image, caller.Source)
    {
        DefaultUser = sent.DefaultUser,
        SshKeys = sent.SshKeys,
        MakesPassword = sent.Password == PasswordChoice.Generated,
        UserData = string.IsNullOrEmpty(sent.UserData) ? null : new SecretText(sent.UserData),
        Confirm = sent.Confirm,
        Loses = sent.Loses,
    };
}
