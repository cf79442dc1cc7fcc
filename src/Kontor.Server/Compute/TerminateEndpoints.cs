using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Purchasing;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Compute;

/// <summary>The end of a subject's machine, and what may follow it.</summary>
internal static class TerminateEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var subject = api.MapGroup("/subjects/{id}").WithTags("Subjects").RequireAuthorization(ApiScopes.SubjectsWrite);
        subject.MapPost("/terminate", TerminateAsync).WithName("TerminateSubject").Needs(Right.Terminate)
            .WithSummary("Stops the machine at once and ends its contract; the same wish again is the same operation.");
        subject.MapPost("/generations", OpenGenerationAsync).WithName("OpenGeneration").Needs(Right.OpenGeneration)
            .WithSummary("Opens the next generation after a confirmed terminate, so that the subject can be ordered again.");
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> TerminateAsync(
        string id,
        Caller caller,
        IdempotencyHeader idempotency,
        Body<TerminateRequest> body,
        TerminateSubjectHandler handler,
        CancellationToken cancellationToken)
    {
        var sent = body.Value;
        var request = new TerminateSubject(new SubjectId(id), sent.Generation, sent.Fingerprint.ToEngine(), caller.Source)
        {
            On = sent.On,
            Stop = sent.Stop,
            RetentionDays = sent.RetentionDays,
        };
        var result = await handler.HandleAsync(request, idempotency.Key, caller.Actor, cancellationToken);
        return result.ToAccepted();
    }

    internal static async Task<Results<Created<SubjectResponse>, ProblemAnswer>> OpenGenerationAsync(
        string id, Caller caller, OpenGenerationHandler handler, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(new SubjectId(id), caller.Source, caller.Actor, cancellationToken);
        return result.Match<Results<Created<SubjectResponse>, ProblemAnswer>>(
            subject => TypedResults.Created($"/api/v1/subjects/{subject.Id}", subject.ToResponse()), problem => problem.ToHttp());
    }
}
