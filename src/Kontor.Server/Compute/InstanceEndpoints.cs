using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Purchasing;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>Machines, as the provider last described them.</summary>
internal static class InstanceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var instances = api.MapGroup("/instances").WithTags("Instances");
        instances.MapGet("", ListAsync).WithName("ListInstances").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Lists instances with their contracts, newest first.");
        instances.MapGet("/{id}", ShowAsync).WithName("GetInstance").Needs(Right.View).RequireAuthorization(ApiScopes.InstancesRead)
            .WithSummary("Shows an instance and the day until which it is paid.");
        instances.MapPost("", AdoptAsync).WithName("AdoptInstance").Needs(Right.Adopt).RequireAuthorization(ApiScopes.SubjectsWrite)
            .WithSummary("Has a machine that stands at Contabo serve a subject; nothing is bought.");
    }

    internal static async Task<Results<Ok<ListPage<InstanceResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] SubjectPageQuery query, ShowInstancesHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => handler.ListAsync(caller.Actor, query.SubjectId, query.Before, limit, cancellationToken),
            row => row.Resource.Id.Value,
            row => row.ToResponse()));

    internal static async Task<Results<Ok<InstanceResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowInstancesHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.FindAsync(new ResourceId(id), caller.Actor, cancellationToken);
        return result.Match<Results<Ok<InstanceResponse>, ProblemAnswer>>(
            instance => TypedResults.Ok(instance.ToResponse()), problem => problem.ToHttp());
    }

    internal static async Task<Results<Created<InstanceResponse>, ProblemAnswer>> AdoptAsync(
        Seller seller, Body<AdoptInstanceRequest> body, AdoptInstanceHandler handler, ShowInstancesHandler show, CancellationToken cancellationToken)
    {
        var adopted = await handler.HandleAsync(ToEngine(body.Value, seller.Source), seller.Actor, cancellationToken);
        var shown = adopted.Problem is { } problem ? problem : await show.FindAsync(adopted.Value.Id, seller.Actor, cancellationToken);
        return shown.Match<Results<Created<InstanceResponse>, ProblemAnswer>>(
            instance => TypedResults.Created($"/api/v1/instances/{instance.Resource.Id}", instance.ToResponse()), refused => refused.ToHttp());
    }

    private static AdoptInstance ToEngine(AdoptInstanceRequest sent, string source) => new(
        new AccountId(sent.Account), new ProviderInstanceId(sent.ProviderId), sent.Subject.ToKey(source), sent.Subject.Fingerprint.ToEngine());
}
