using System.Net;
using Kontor.Contabo.Simulator.Clock;

namespace Kontor.Contabo.Simulator.Control;

/// <summary>The control API: everything under /sim, from this machine only.</summary>
internal static class ControlApi
{
    public static bool Owns(PathString path) => path.StartsWithSegments("/sim") || path == "/healthz";

    public static void Map(WebApplication app, SimulatedCloud cloud, SimulatedClock clock)
    {
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/sim") && !IsLocal(context)
            ? ControlBody.Refuse("The control API answers this machine only.", StatusCodes.Status403Forbidden).ExecuteAsync(context)
            : next(context));
        app.MapGet("/healthz", () => "ok");
        ClockControl.Map(app, clock);
        FaultControl.Map(app, cloud);
        MoneyControl.Map(app, cloud);
        PanelControl.Map(app, cloud);
        app.MapGet("/sim/requests", () => TypedResults.Json(cloud.Requests, ControlBody.Json));
        app.MapPost("/sim/reset", () =>
        {
            cloud.Reset();
            return TypedResults.NoContent();
        });
        app.Map("/sim/{**rest}", (HttpContext context) =>
            ControlBody.Refuse($"The control API has no {context.Request.Method} {context.Request.Path}.", StatusCodes.Status404NotFound));
    }

    private static bool IsLocal(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
