using System.Text.Json;

namespace Kontor.Server.Simulated;

/// <summary>Asks the simulated cloud for its time, and hears of each change by a question that it answers late.</summary>
internal sealed class ClockFollower(Uri control, FollowedTimeProvider clock, ILogger<ClockFollower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = control, Timeout = Timeout.InfiniteTimeSpan };
    private long _version;
    private bool _lost;

    /// <summary>Takes over the time, before anything asks for it.</summary>
    /// <exception cref="ClockUnreachableException">Nobody tells it.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync("/sim/clock", cancellationToken);
        }
        catch (Exception unreachable) when (IsNetwork(unreachable))
        {
            throw new ClockUnreachableException(control, unreachable);
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync($"/sim/clock/wait?version={_version}", stoppingToken);
                _lost = false;
            }
            catch (Exception unreachable) when (IsNetwork(unreachable))
            {
                SayLostOnce();
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
        }
    }

    private static bool IsNetwork(Exception exception) => exception is HttpRequestException or IOException or JsonException;

    private async Task FollowAsync(string path, CancellationToken cancellationToken)
    {
        var reading = await _http.GetFromJsonAsync<ClockReading>(new Uri(path, UriKind.Relative), cancellationToken)
            ?? throw new JsonException("The clock is null.");
        _version = reading.Version;
        clock.Follow(reading);
    }

    private void SayLostOnce()
    {
        if (!_lost)
        {
            _lost = true;
            log.ClockLost(control);
        }
    }
}
