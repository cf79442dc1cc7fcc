using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Operations;
using Kontor.Server.Purchasing;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using SuspensionKind = Kontor.Engine.Purchasing.SuspensionKind;

namespace Kontor.Server.Compute;

/// <summary>The suspension of what was sold, and its end.</summary>
internal static class SuspensionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var subject = api.MapGroup("/subjects/{id}").WithTags("Subjects").RequireAuthorization(ApiScopes.SubjectsWrite);
        subject.MapPost("/suspend", SuspendAsync).WithName("SuspendSubject").Needs(Right.Suspend)
            .WithSummary("Stops the machine and keeps it off until it is unsuspended; each suspension stops it anew.");
        subject.MapPost("/unsuspend", UnsuspendAsync).WithName("UnsuspendSubject").Needs(Right.Suspend)
            .WithSummary("Lifts one kind of suspension: once none stands, the machine runs again if it ran before.");
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> SuspendAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<SuspendRequest> body, SuspendSubjectHandler handler, CancellationToken cancellationToken)
    {
        var sent = body.Value;
        var wish = new SuspendSubject(new SubjectId(id), sent.Generation, sent.Fingerprint.ToEngine(), Suspended: true, caller.Source)
        {
            Kind = ToEngine(sent.Kind),
            Reason = sent.Reason,
        };
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }

    internal static async Task<Results<Accepted<OperationResponse>, ProblemAnswer>> UnsuspendAsync(
        string id, Caller caller, IdempotencyHeader idempotency, Body<UnsuspendRequest> body, SuspendSubjectHandler handler, CancellationToken cancellationToken)
    {
        var sent = body.Value;
        var wish = new SuspendSubject(new SubjectId(id), sent.Generation, sent.Fingerprint.ToEngine(), Suspended: false, caller.Source)
        {
            Kind = ToEngine(sent.Kind),
        };
        return (await handler.HandleAsync(wish, idempotency.Key, caller.Actor, cancellationToken)).ToAccepted();
    }

    private static SuspensionKind ToEngine(Api.Compute.SuspensionKind kind) => Enum.Parse<SuspensionKind>(kind.ToString());
}
