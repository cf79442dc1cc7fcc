namespace Kontor.Server.Simulated;

/// <summary>The time of a simulated cloud in another process: scaled or stepped, timers too.</summary>
internal sealed class FollowedTimeProvider(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<FollowedTimer> _timers = [];
    private ClockReading _reading = new(0, 1, real.GetUtcNow(), real.GetUtcNow());
    private DateTimeOffset _latest;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            // A slower setting arrives a moment late: what was read meanwhile is not taken back.
            var now = _reading.At(real.GetUtcNow());
            return _latest = now > _latest ? now : _latest;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FollowedTimer(this, real, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on by another setting.</summary>
    public void Follow(ClockReading reading)
    {
        FollowedTimer[] timers;
        lock (_gate)
        {
            // The first true reading may lie before the real time that stood in for it.
            _latest = _reading.Version == 0 ? default : _latest;
            _reading = reading;
            timers = [.. _timers];
        }

        Array.ForEach(timers, timer => timer.Arm());
    }

    /// <summary>How long it really takes until an instant; infinite while time stands still.</summary>
    internal TimeSpan RealUntil(DateTimeOffset instant)
    {
        var left = instant - GetUtcNow();
        var speed = Speed();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : speed == 0 ? Timeout.InfiniteTimeSpan : left / speed;
    }

    internal void Forget(FollowedTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private double Speed()
    {
        lock (_gate)
        {
            return _reading.Speed;
        }
    }
}
