using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The region of a machine: where it might go, and the ticket that moves it.</summary>
internal static class RegionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var region = api.MapGroup("/instances/{id}/region").WithTags("Regions");
        region.MapGet("", OptionsAsync).WithName("GetRegionOptions").Needs(Right.Move).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Says whether the machine may move, where to, which addresses it would lose, and which move is not done yet.");
        region.MapPost("", ChangeAsync).WithName("ChangeRegion").Needs(Right.Move).RequireAuthorization(ApiScopes.InstancesWrite)
            .WithSummary("Opens a ticket that Contabo's staff move the machine; it is used as before until they do.");
    }

    internal static async Task<Results<Ok<RegionOptionsResponse>, ProblemAnswer>> OptionsAsync(
        string id, Caller caller, RegionMoves handler, CancellationToken cancellationToken)
    {
        var result = await handler.PreviewAsync(new ResourceId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<RegionOptionsResponse>, ProblemAnswer>>(preview => TypedResults.Ok(ToResponse(preview)), problem => problem.ToHttp());
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> ChangeAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<ChangeRegionRequest> body, ChangeInstanceHandler handler, CancellationToken cancellationToken)
    {
        var wish = new ChangeInstance(new ResourceId(id), RegionChange.ChangeName, caller.Source)
        {
            Input = new RegionWish(body.Value.Region, body.Value.Method, body.Value.Loses),
        };
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }

    private static RegionOptionsResponse ToResponse(RegionPreview preview) => new()
    {
        Region = preview.Region,
        IpV4 = preview.IpV4,
        IpV6 = preview.IpV6,
        Regions = preview.Regions,
        Methods = RegionMoves.Methods,
        Reasons = preview.Reasons,
        Open = preview.Open is { } open
            ? new RegionMoveResponse { OperationId = open.Operation.Value, Region = open.Wish.Region, Method = open.Wish.Method, TicketNumber = open.Ticket }
            : null,
    };
}
