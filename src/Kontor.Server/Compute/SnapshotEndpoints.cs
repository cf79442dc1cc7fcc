using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The snapshots of a machine: read live, and each wish is an operation.</summary>
internal static class SnapshotEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var snapshots = api.MapGroup("/instances/{id}/snapshots").WithTags("Snapshots");
        snapshots.MapGet("", ListAsync).WithName("ListSnapshots").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Lists the machine's snapshots as Contabo has them now, with how many its plan allows.");
        snapshots.MapPost("", CreateAsync).WithName("CreateSnapshot").Needs(Right.Snapshots).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Takes a snapshot; a machine that has as many as its plan allows is refused before Contabo is asked.");
        snapshots.MapPatch("/{snapshot}", UpdateAsync).WithName("UpdateSnapshot").Needs(Right.Snapshots).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Renames or describes a snapshot.");
        snapshots.MapDelete("/{snapshot}", DeleteAsync).WithName("DeleteSnapshot").Needs(Right.Snapshots).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Deletes a snapshot.");
        snapshots.MapGet("/{snapshot}/rollback", PreviewAsync).WithName("PreviewRollback").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Shows which newer snapshots would vanish with a rollback.");
        snapshots.MapPost("/{snapshot}/rollback", RollBackAsync).WithName("RollBackSnapshot").Needs(Right.Snapshots).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Puts the machine's disk back: what was written since is lost, and so are the newer snapshots, which the wish names.");
    }

    internal static async Task<Results<Ok<SnapshotListResponse>, ProblemAnswer>> ListAsync(
        string id, Caller caller, ShowSnapshotsHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.ListAsync(new ResourceId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<SnapshotListResponse>, ProblemAnswer>>(
            shown => TypedResults.Ok(shown.ToResponse()), problem => problem.ToHttp());
    }

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> CreateAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<CreateSnapshotRequest> body, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(new(new ResourceId(id), "snapshot_create", caller.Source) { Input = new NewSnapshot(body.Value.Name, body.Value.Description) },
            caller, idempotency, handler, cancellationToken);

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> UpdateAsync(
        string id, string snapshot, Caller caller, IdempotencyHeader idempotency, Body<UpdateSnapshotRequest> body, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(new(new ResourceId(id), "snapshot_update", caller.Source) { Input = new ChangedSnapshot(snapshot, body.Value.Name, body.Value.Description) },
            caller, idempotency, handler, cancellationToken);

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> DeleteAsync(
        string id, string snapshot, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(new(new ResourceId(id), "snapshot_delete", caller.Source) { Input = new OldSnapshot(snapshot) },
            caller, idempotency, handler, cancellationToken);

    internal static async Task<Results<Ok<RollbackPreviewResponse>, ProblemAnswer>> PreviewAsync(
        string id, string snapshot, Caller caller, ShowSnapshotsHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.PreviewAsync(new ResourceId(id), snapshot, caller.Actor, cancellationToken);
        return result.Match<Results<Ok<RollbackPreviewResponse>, ProblemAnswer>>(
            preview => TypedResults.Ok(preview.ToResponse()), problem => problem.ToHttp());
    }

    internal static Task<Results<Accepted<OperationResponse>, ProblemAnswer>> RollBackAsync(
        string id, string snapshot, Caller caller, IdempotencyHeader idempotency, Body<RollbackRequest> body, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        AcceptAsync(new(new ResourceId(id), "snapshot_rollback", caller.Source) { Input = new Rollback(snapshot, body.Value.Loses) },
            caller, idempotency, handler, cancellationToken);

    private static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> AcceptAsync(
        ChangeInstance wish, Caller caller, IdempotencyHeader idempotency, ChangeInstanceHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
}
