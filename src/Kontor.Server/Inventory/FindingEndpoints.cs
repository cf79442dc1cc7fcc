using Kontor.Api.Common;
using Kontor.Api.Inventory;
using Kontor.Engine.Compute;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Inventory;

/// <summary>What needs a person's eye.</summary>
internal static class FindingEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/findings", ListAsync).WithTags("Findings").WithName("ListFindings").Needs(Right.Findings).RequireAuthorization(ApiScopes.FindingsRead)
            .WithSummary("Lists findings, newest first; those that are no longer so only with state=all.");

    internal static async Task<Results<Ok<ListPage<FindingResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] FindingPageQuery query, ListFindingsHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.HandleAsync(caller.Source, query.OnlyOpen, query.Before, limit, cancellationToken),
            finding => finding.Id,
            ToResponse));

    private static FindingResponse ToResponse(Finding finding) => new()
    {
        Id = finding.Id,
        Kind = finding.Kind,
        About = finding.About,
        Account = finding.Account?.Value,
        SubjectId = finding.SubjectId?.Value,
        Detail = finding.Detail,
        FirstSeenAt = finding.FirstSeenAt,
        LastSeenAt = finding.LastSeenAt,
        ResolvedAt = finding.ResolvedAt,
    };
}
