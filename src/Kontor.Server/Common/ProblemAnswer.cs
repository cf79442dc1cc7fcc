using System.Diagnostics;
using System.Net.Mime;
using System.Reflection;
using System.Text.Json;
using Kontor.Api.Common;
using Kontor.Engine.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace Kontor.Server.Common;

/// <summary>A problem on its way out, as RFC 9457 has it.</summary>
internal sealed class ProblemAnswer(int status, Problem problem) : IResult, IEndpointMetadataProvider
{
    /// <summary>What any endpoint may answer besides what it promises.</summary>
    private static readonly int[] Documented = [400, 401, 403, 404, 409, 422, 503];

    public int Status { get; } = status;

    public Problem Problem { get; } = problem;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in Documented)
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [MediaTypeNames.Application.ProblemJson]));
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaTypeNames.Application.ProblemJson;
        response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(response.Body, ToResponse(httpContext), ApiJson.Options, httpContext.RequestAborted);
    }

    private ProblemResponse ToResponse(HttpContext context) => new()
    {
        Type = $"urn:kontor:problem:{Problem.Code}",
        Title = ReasonPhrases.GetReasonPhrase(Status),
        Status = Status,
        Detail = Problem.Detail,
        Code = Problem.Code,
        Field = Problem.Field,
        TraceId = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
    };
}
