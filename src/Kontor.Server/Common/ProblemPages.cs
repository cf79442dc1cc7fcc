using Kontor.Engine.Common;
using Microsoft.AspNetCore.Http.Features;

namespace Kontor.Server.Common;

/// <summary>Gives every failure a body that is a problem, whoever caused it: the router, the server, a bug.</summary>
internal sealed class ProblemPages(RequestDelegate next, ILogger<ProblemPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up: nobody is left to be told.
            return;
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, unreadable.StatusCode, unreadable.Message);
            return;
        }
        catch (Exception bug) when (!context.Response.HasStarted)
        {
            log.RequestFailed(bug, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "no endpoint");
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "");
            return;
        }

        if (IsBare(context.Response))
        {
            await AnswerAsync(context, context.Response.StatusCode, "");
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    private static Task AnswerAsync(HttpContext context, int status, string reason) =>
        new ProblemAnswer(status, ProblemOf(context, status, reason)).ExecuteAsync(context);

    private static Problem ProblemOf(HttpContext context, int status, string reason) => status switch
    {
        StatusCodes.Status404NotFound => HttpProblems.RouteNotFound(),
        StatusCodes.Status405MethodNotAllowed => HttpProblems.MethodNotAllowed(context.Request.Method),
        StatusCodes.Status413PayloadTooLarge => HttpProblems.BodyTooLarge(context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0),
        StatusCodes.Status415UnsupportedMediaType => HttpProblems.UnsupportedMediaType(),
        < StatusCodes.Status500InternalServerError => HttpProblems.BadRequest(reason),
        _ => HttpProblems.Unexpected(),
    };
}
