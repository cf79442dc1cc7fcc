using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The power of a machine: each wish is an operation.</summary>
internal static class PowerEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var instance = api.MapGroup("/instances/{id}").WithTags("Instances").RequireAuthorization(ApiScopes.InstancesWrite);
        instance.MapPost("/start", StartAsync).WithName("StartInstance").Needs(Right.Power).WithSummary("Switches the machine on.");
        instance.MapPost("/stop", StopAsync).WithName("StopInstance").Needs(Right.Power)
            .WithSummary("Takes the machine's power away; what its programs have not saved is lost.");
        instance.MapPost("/restart", RestartAsync).WithName("RestartInstance").Needs(Right.Restart)
            .WithSummary("Takes the machine's power away and gives it back; what its programs have not saved is lost.");
        instance.MapPost("/shutdown", ShutdownAsync).WithName("ShutDownInstance").Needs(Right.Power)
            .WithSummary("Presses the machine's power button; a system that does not shut down in time is stopped.");
    }

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> StartAsync(
        string id, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(PowerAction.Start, id, caller, idempotency, handler, cancellationToken);

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> StopAsync(
        string id, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(PowerAction.Stop, id, caller, idempotency, handler, cancellationToken);

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> RestartAsync(
        string id, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(PowerAction.Restart, id, caller, idempotency, handler, cancellationToken);

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> ShutdownAsync(
        string id, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(PowerAction.Shutdown, id, caller, idempotency, handler, cancellationToken);

    private static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> AcceptAsync(
        PowerAction action, string id, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(
            new ChangeInstance(new ResourceId(id), PowerActions.NameOf(action), caller.Source), idempotency.Key, caller.Actor, cancellationToken);
        return result.ToAccepted();
    }
}
