namespace Kontor.Server.Simulated;

/// <summary>A timer of followed time: a real timer, set anew whenever the pace changes.</summary>
internal sealed class FollowedTimer : ITimer
{
    // A real timer takes 49 days at most; one that rings early is set again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly FollowedTimeProvider _clock;
    private readonly Action _callback;
    private readonly ITimer _alarm;
    private DateTimeOffset? _due;
    private TimeSpan _period;

    public FollowedTimer(FollowedTimeProvider clock, TimeProvider real, Action callback)
    {
        (_clock, _callback) = (clock, callback);
        _alarm = real.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            _period = period;
            return Arm();
        }
    }

    /// <summary>Sets the real timer to what is left.</summary>
    public bool Arm()
    {
        lock (_gate)
        {
            var wait = _due is { } due ? _clock.RealUntil(due) : Timeout.InfiniteTimeSpan;
            return _alarm.Change(wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _clock.Forget(this);
        _alarm.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _clock.Forget(this);
        return _alarm.DisposeAsync();
    }

    private void Ring()
    {
        if (TakeDue())
        {
            _callback();
        }
    }

    private bool TakeDue()
    {
        lock (_gate)
        {
            var isDue = _due is { } due && due <= _clock.GetUtcNow();
            if (isDue)
            {
                _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
            }

            Arm();
            return isDue;
        }
    }
}
