using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Hosting;

namespace Kontor.Contabo.Simulator.State;

/// <summary>Writes the state when it changed, at most every two seconds of real time, and once more at the end.</summary>
internal sealed class StateKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly StateFile _file;
    private readonly SimulatedCloud _cloud;
    private readonly SimulatedClock _clock;
    private readonly Action<string> _warn;
    private readonly CancellationTokenSource _end = new();
    private (long Cloud, long Clock) _saved;
    private Task _work = Task.CompletedTask;

    private StateKeeper(StateFile file, SimulatedCloud cloud, SimulatedClock clock, Action<string> warn)
    {
        _file = file;
        _cloud = cloud;
        _clock = clock;
        _warn = warn;
    }

    /// <summary>Loads what the file holds. Its time goes on from where it stood; how time passes is what the command line says now.</summary>
    public static StateKeeper Open(string path, SimulatedCloud cloud, SimulatedClock clock, SimulatorServerSettings settings)
    {
        var file = new StateFile(path);
        if (file.Load() is { } state)
        {
            var stranger = state.Cloud.Instances.FirstOrDefault(one => !settings.Cloud.Accounts.Any(known => known.ClientId == one.Account));
            if (stranger is not null)
            {
                throw new StateFileException($"{path} has instances of account {stranger.Account}, which the settings lack; add it with --accounts.");
            }

            clock.RunFrom(state.Clock.Now, settings.Mode, settings.Speed);
            cloud.Restore(state.Cloud);
        }

        return new StateKeeper(file, cloud, clock, settings.Warn);
    }

    public void Begin()
    {
        Save();
        _work = WorkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
        Save();
    }

    private async Task WorkAsync()
    {
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                SaveIfChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The end, asked for by DisposeAsync, which saves once more.
        }
    }

    private void SaveIfChanged()
    {
        if (_saved == (_cloud.Version, _clock.Setting.Version))
        {
            return;
        }

        try
        {
            Save();
        }
        catch (StateFileException wrong)
        {
            // The next round tries again, and the last one, at the end, lets the failure through.
            _warn(wrong.Message);
        }
    }

    private void Save()
    {
        var version = (_cloud.Version, _clock.Setting.Version);
        _file.Save(new SimulatorState(_clock.Reading, _cloud.Snapshot()));
        _saved = version;
    }
}
