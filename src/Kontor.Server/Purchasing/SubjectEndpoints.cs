using Kontor.Api.Common;
using Kontor.Api.Purchasing;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Purchasing;

/// <summary>What was sold.</summary>
internal static class SubjectEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var subjects = api.MapGroup("/subjects").WithTags("Subjects");
        subjects.MapGet("", ListAsync).WithName("ListSubjects").Needs(Right.View).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Lists what was sold, newest first.");
        subjects.MapGet("/{id}", ShowAsync).WithName("GetSubject").Needs(Right.View).RequireAuthorization(ApiScopes.OrdersRead)
            .WithSummary("Shows one thing that was sold.");
    }

    internal static async Task<Results<Ok<ListPage<SubjectResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] PageQuery query, ShowSubjectHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.ListAsync(caller.Actor, query.Before, limit, cancellationToken),
            subject => subject.Id.Value,
            subject => subject.ToResponse()));

    internal static async Task<Results<Ok<SubjectResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowSubjectHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new SubjectId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<SubjectResponse>, ProblemAnswer>>(
            subject => TypedResults.Ok(subject.ToResponse()), problem => problem.ToHttp());
    }
}
