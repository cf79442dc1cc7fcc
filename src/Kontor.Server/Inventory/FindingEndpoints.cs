using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Inventory;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Compute;
using Kontor.Server.Purchasing;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Inventory;

/// <summary>What needs a person's eye, and what that person decides.</summary>
internal static class FindingEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/findings", ListAsync).WithTags("Findings").WithName("ListFindings").Needs(Right.Findings).RequireAuthorization(ApiScopes.FindingsRead)
            .WithSummary("Lists findings, newest first: the open ones, unless another state or all is named.");
        var finding = api.MapGroup("/findings/{id}").WithTags("Findings").RequireAuthorization(ApiScopes.FindingsWrite).Needs(Right.DecideFindings);
        finding.MapPost("/adopt", AdoptAsync).WithName("AdoptFinding")
            .WithSummary("Adopts a found machine read-only: it is known, serves nobody, and nothing is ever sent for it.");
        finding.MapPost("/assign", AssignAsync).WithName("AssignFinding")
            .WithSummary("Gives a found machine, adopted before or not, to a subject that has none; nothing is bought.");
        finding.MapPost("/ignore", IgnoreAsync).WithName("IgnoreFinding")
            .WithSummary("Says that a finding does not matter; it is open again when something about it changes.");
        finding.MapPost("/reopen", ReopenAsync).WithName("ReopenFinding").WithSummary("Takes back that a finding was ignored.");
    }

    internal static async Task<Results<Ok<ListPage<FindingResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] FindingPageQuery query, ListFindingsHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.HandleAsync(caller.Source, query.ToFilter(limit), cancellationToken),
            finding => finding.Id,
            finding => finding.ToResponse()));

    internal static async Task<Results<Created<InstanceResponse>, ProblemAnswer>> AdoptAsync(
        string id, Caller caller, IdempotencyHeader idempotency, AdoptFindingHandler handler, ShowInstancesHandler show, CancellationToken cancellationToken) =>
        await ShowAsync(await handler.AdoptAsync(id, idempotency.Key, caller.Actor, cancellationToken), caller.Actor, show, cancellationToken);

    internal static async Task<Results<Created<InstanceResponse>, ProblemAnswer>> AssignAsync(
        string id,
        Caller caller,
        IdempotencyHeader idempotency,
        Body<AssignFindingRequest> body,
        AdoptFindingHandler handler,
        ShowInstancesHandler show,
        CancellationToken cancellationToken)
    {
        var (sent, subject) = (body.Value, body.Value.Subject);
        var request = new AssignFinding(id, sent.Source, subject.Kind, subject.ExternalId, subject.Fingerprint.ToEngine());
        return await ShowAsync(await handler.AssignAsync(request, idempotency.Key, caller.Actor, cancellationToken), caller.Actor, show, cancellationToken);
    }

    internal static async Task<Results<Ok<FindingResponse>, ProblemAnswer>> IgnoreAsync(
        string id, Caller caller, Body<IgnoreFindingRequest> body, DecideFindingHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.IgnoreAsync(id, body.Value.Reason, caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<FindingResponse>, ProblemAnswer>> ReopenAsync(
        string id, Caller caller, DecideFindingHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.ReopenAsync(id, caller.Actor, cancellationToken));

    private static async Task<Results<Created<InstanceResponse>, ProblemAnswer>> ShowAsync(
        Result<Resource> adopted, Actor actor, ShowInstancesHandler show, CancellationToken cancellationToken)
    {
        var shown = adopted.Problem is { } problem ? problem : await show.FindAsync(adopted.Value.Id, actor, cancellationToken);
        return shown.Match<Results<Created<InstanceResponse>, ProblemAnswer>>(
            instance => TypedResults.Created($"/api/v1/instances/{instance.Resource.Id}", instance.ToResponse()), refused => refused.ToHttp());
    }

    private static Results<Ok<FindingResponse>, ProblemAnswer> ToHttp(Result<Finding> result) =>
        result.Match<Results<Ok<FindingResponse>, ProblemAnswer>>(finding => TypedResults.Ok(finding.ToResponse()), problem => problem.ToHttp());
}
