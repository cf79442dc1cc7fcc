namespace Kontor.Contabo.Simulator.Clock;

/// <summary>How simulated time passes.</summary>
public enum ClockMode
{
    /// <summary>As fast as real time.</summary>
    Real,

    /// <summary>Faster or slower than real time, by a factor.</summary>
    Scaled,

    /// <summary>Only when told.</summary>
    Stepped,
}

/// <summary>The clock's setting: from it and real time anyone can compute simulated time without asking again.</summary>
/// <param name="Version">Grows with every change of the setting.</param>
/// <param name="Mode">How time passes.</param>
/// <param name="Speed">Simulated seconds in a real second; 0 when stepped.</param>
/// <param name="Now">Simulated instant at the anchor.</param>
/// <param name="RealAnchor">Real instant of the anchor.</param>
public sealed record ClockSetting(long Version, ClockMode Mode, double Speed, DateTimeOffset Now, DateTimeOffset RealAnchor);

/// <summary>Simulated time: real, scaled or stepped. It only ever moves forward.</summary>
public sealed class SimulatedClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private ClockSetting _setting;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts at an instant.</summary>
    /// <param name="real">Real time.</param>
    /// <param name="start">First simulated instant; null: now.</param>
    /// <param name="mode">How time passes.</param>
    /// <param name="speed">The factor when scaled.</param>
    public SimulatedClock(TimeProvider real, DateTimeOffset? start = null, ClockMode mode = ClockMode.Real, double speed = 1)
    {
        _real = real;
        _setting = new ClockSetting(1, mode, Factor(mode, speed), start ?? real.GetUtcNow(), real.GetUtcNow());
    }

    /// <summary>The setting in force, its anchor where it was set.</summary>
    public ClockSetting Setting
    {
        get
        {
            lock (_gate)
            {
                return _setting;
            }
        }
    }

    /// <summary>The setting in force, with the anchor moved to this moment.</summary>
    public ClockSetting Reading
    {
        get
        {
            lock (_gate)
            {
                var real = _real.GetUtcNow();
                return _setting with { Now = At(real), RealAnchor = real };
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return At(_real.GetUtcNow());
        }
    }

    /// <summary>Jumps ahead.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Change(setting => setting with { Now = setting.Now + by });
    }

    /// <summary>Jumps to an instant; false, and no change, when that lies in the past.</summary>
    public bool TryAdvanceTo(DateTimeOffset instant)
    {
        var moved = false;
        Change(setting =>
        {
            moved = instant >= setting.Now;
            return moved ? setting with { Now = instant } : setting;
        });
        return moved;
    }

    /// <summary>Changes how time passes from now on.</summary>
    public void Run(ClockMode mode, double speed = 1) => Change(setting => setting with { Mode = mode, Speed = Factor(mode, speed) });

    /// <summary>Goes on from an instant that was saved; the one place where the clock may go back.</summary>
    internal void RunFrom(DateTimeOffset instant, ClockMode mode, double speed) =>
        Change(setting => setting with { Now = instant, Mode = mode, Speed = Factor(mode, speed) });

    /// <summary>Completes when the setting is another than the version named.</summary>
    public async Task<ClockSetting> WaitForChangeAsync(long version, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_setting.Version != version)
                {
                    return _setting;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static double Factor(ClockMode mode, double speed) => mode switch
    {
        ClockMode.Stepped => 0,
        ClockMode.Real => 1,
        _ when speed > 0 && double.IsFinite(speed) => speed,
        _ => throw new ArgumentOutOfRangeException(nameof(speed), speed, "A scaled clock needs a speed above 0."),
    };

    private DateTimeOffset At(DateTimeOffset real)
    {
        // Real clocks are set back now and then; simulated time is not.
        var passed = real > _setting.RealAnchor ? real - _setting.RealAnchor : TimeSpan.Zero;
        return _setting.Now + (passed * _setting.Speed);
    }

    private void Change(Func<ClockSetting, ClockSetting> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            var real = _real.GetUtcNow();
            var next = change(_setting with { Now = At(real), RealAnchor = real });
            _setting = next with { Version = _setting.Version + 1 };
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
