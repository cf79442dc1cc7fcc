using Kontor.Api.Common;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Operations;

/// <summary>Operations, and what a person decides about them.</summary>
internal static class OperationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("", ListAsync).WithName("ListOperations").Needs(Right.View).RequireAuthorization(ApiScopes.OperationsRead)
            .WithSummary("Lists operations without their steps, newest first.");
        operations.MapGet("/{id}", ShowAsync).WithName("GetOperation").Needs(Right.View).RequireAuthorization(ApiScopes.OperationsRead)
            .WithSummary("Shows an operation with its steps.");
        operations.MapPost("/{id}/resume", ResumeAsync).WithName("ResumeOperation").Needs(Right.Decide).RequireAuthorization(ApiScopes.OperationsWrite)
            .WithSummary("Resumes an operation that needs attention; it looks before it does anything.");
        operations.MapPost("/{id}/give-up", GiveUpAsync).WithName("GiveUpOperation").Needs(Right.Decide).RequireAuthorization(ApiScopes.OperationsWrite)
            .WithSummary("Gives up an operation that needs attention; what was found about it stays.");
    }

    internal static async Task<Results<Ok<ListPage<OperationResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] OperationPageQuery query, ShowOperationsHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.ListAsync(
                new OperationFilter(Status: query.Status, Subject: query.SubjectId, Before: query.Before, Limit: limit), caller.Actor, cancellationToken),
            operation => operation.Id.Value,
            operation => operation.ToResponse()));

    internal static async Task<Results<Ok<OperationResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowOperationsHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.FindAsync(new OperationId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<OperationResponse>, ProblemAnswer>>(
            shown => TypedResults.Ok(shown.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Ok<OperationResponse>, ProblemAnswer>> ResumeAsync(
        string id, Caller caller, DecideOperationHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.ResumeAsync(new OperationId(id), caller.Source, caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<OperationResponse>, ProblemAnswer>> GiveUpAsync(
        string id, Caller caller, DecideOperationHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.GiveUpAsync(new OperationId(id), caller.Source, caller.Actor, cancellationToken));

    private static Results<Ok<OperationResponse>, ProblemAnswer> ToHttp(Result<Operation> result) =>
        result.Match<Results<Ok<OperationResponse>, ProblemAnswer>>(
            operation => TypedResults.Ok(operation.ToResponse()), problem => problem.ToHttp());
}
