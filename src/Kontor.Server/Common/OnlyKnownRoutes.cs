namespace Kontor.Server.Common;

/// <summary>
/// Answers what the router itself refuses (no such address, method or media type) before anyone is asked for a key: the
/// rule that denies every endpoint without a rule would otherwise turn each of these into "who are you?".
/// </summary>
internal sealed class OnlyKnownRoutes(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } refusal }:
                return refusal(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
