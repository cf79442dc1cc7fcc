using Kontor.Api.Storage;
using Kontor.Engine.Storage;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Storage;

/// <summary>What a supervisor asks: is the process alive, and can it do its work?</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").AllowAnonymous().AddEndpointFilterFactory(RefuseBadInput.Filter);
        health.MapGet("/live", Live).WithName("GetLiveness").WithSummary("Answers while the process runs.");
        health.MapGet("/ready", ReadyAsync).WithName("GetReadiness").WithSummary("Answers 200 while the database can be read and written.");
    }

    internal static Ok<HealthResponse> Live() => TypedResults.Ok(new HealthResponse { Status = "live" });

    internal static async Task<Results<Ok<HealthResponse>, ProblemAnswer>> ReadyAsync(DatabaseHealth health, CancellationToken cancellationToken) =>
        await health.IsUsableAsync(cancellationToken)
            ? TypedResults.Ok(new HealthResponse { Status = "ready" })
            : HttpProblems.NotReady().ToHttp();
}
