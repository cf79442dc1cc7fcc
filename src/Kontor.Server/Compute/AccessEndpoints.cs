using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Rescue;
using Kontor.Engine.Compute.ResetPassword;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>New ways into a machine, and its rescue system: each wish is an operation.</summary>
internal static class AccessEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var instance = api.MapGroup("/instances/{id}").WithTags("Instances").RequireAuthorization(ApiScopes.InstancesWrite);
        instance.MapPost("/password", ResetAsync).WithName("ResetPassword").Needs(Right.Password)
            .WithSummary("Sets the password or the SSH keys of the machine's default user; a password that Kontor makes is shown once by the operation's link.");
        instance.MapPost("/rescue", RescueAsync).WithName("RescueInstance").Needs(Right.Rescue)
            .WithSummary("Boots the rescue system in place of the machine's own; its password is shown once by the operation's link.");
        instance.MapPost("/rescue/exit", LeaveAsync).WithName("LeaveRescue").Needs(Right.Rescue)
            .WithSummary("Restarts the machine out of the rescue system into its own.");
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> ResetAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<ResetPasswordRequest> body, ResetPasswordHandler handler, CancellationToken cancellationToken)
    {
        var sent = body.Value;
        if (sent.Password is "")
        {
            return HttpProblems.FieldWrong("password", "8 to 64 characters, or left out").ToHttp();
        }

        var password = sent.Password is { } chosen ? new SecretText(chosen) : null;
        var wish = new ResetPassword(new ResourceId(id), sent.SshKeys, password, sent.KeepPassword, caller.Source);
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> RescueAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<RescueRequest> body, RescueHandler handler, CancellationToken cancellationToken)
    {
        var wish = new RescueInstance(new ResourceId(id), body.Value.SshKeys, caller.Source);
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> LeaveAsync(
        string id, Caller caller, IdempotencyHeader idempotency, RescueHandler handler, CancellationToken cancellationToken) =>
        (await handler.LeaveAsync(new ResourceId(id), caller.Source, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
}
