using Kontor.Contabo.Simulator.Clock;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Contabo.Simulator.Control;

internal sealed record SetClockRequest(ClockMode? Mode, double? Speed);

internal sealed record AdvanceClockRequest(double? Seconds, DateTimeOffset? To);

internal static class ClockControl
{
    public static void Map(IEndpointRouteBuilder routes, SimulatedClock clock)
    {
        routes.MapGet("/sim/clock", () => Show(clock.Reading));
        routes.MapGet("/sim/clock/wait", async (long version, CancellationToken cancellationToken) =>
            Show(await clock.WaitForChangeAsync(version, cancellationToken)));
        routes.MapPost("/sim/clock", (HttpRequest request) => ControlBody.WithAsync<SetClockRequest>(request, body => Set(clock, body)));
        routes.MapPost("/sim/clock/advance", (HttpRequest request) =>
            ControlBody.WithAsync<AdvanceClockRequest>(request, body => Advance(clock, body)));
    }

    private static IResult Set(SimulatedClock clock, SetClockRequest body)
    {
        if (body.Mode is not { } mode)
        {
            return ControlBody.Refuse("Field 'mode' is missing: real, scaled or stepped.");
        }

        if (mode == ClockMode.Scaled && !(body.Speed > 0))
        {
            return ControlBody.Refuse("A scaled clock needs a 'speed' above 0.");
        }

        clock.Run(mode, body.Speed ?? 1);
        return Show(clock.Reading);
    }

    private static IResult Advance(SimulatedClock clock, AdvanceClockRequest body)
    {
        switch (body)
        {
            case { Seconds: >= 0 and < 1e10, To: null }:
                clock.Advance(TimeSpan.FromSeconds(body.Seconds.Value));
                return Show(clock.Reading);
            case { Seconds: null, To: { } instant }:
                return clock.TryAdvanceTo(instant.ToUniversalTime())
                    ? Show(clock.Reading)
                    : ControlBody.Refuse($"The clock is past {instant:O} already; it does not go back.");
            default:
                return ControlBody.Refuse("Give either 'seconds', 0 or more, or 'to', an instant.");
        }
    }

    private static JsonHttpResult<ClockSetting> Show(ClockSetting setting) => TypedResults.Json(setting, ControlBody.Json);
}
