namespace Kontor.FaultSimulation.World;

/// <summary>Virtual time: it stands still until it is moved, and timers fire on the thread that moves it.</summary>
internal sealed class SimTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<SimTimer, (DateTimeOffset Due, long Order)> _timers = new();
    private DateTimeOffset _now = start;
    private long _order;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null when none is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            DropStale();
            return _timers.TryPeek(out _, out var next) ? next.Due : null;
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until a time has passed, or the token gives up; either way goes on inline, on the simulation's thread.</summary>
    /// <remarks>Task.Delay continues a cancelled wait on the thread pool, from where no seed could be repeated.</remarks>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await using var timer = CreateTimer(_ => over.TrySetResult(), null, delay, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task;
    }

    /// <summary>Moves time, firing what falls due on the way, in order.</summary>
    public void AdvanceTo(DateTimeOffset target)
    {
        while (NextTimer is { } due && due <= target)
        {
            var timer = _timers.Dequeue();
            _now = due > _now ? due : _now;
            timer.Fire();
        }

        _now = target > _now ? target : _now;
    }

    private void RequireSimulationThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("A timer was set from another thread, so the seed would not replay: find what hops.");
        }
    }

    private void DropStale()
    {
        while (_timers.TryPeek(out var timer, out var key) && timer.Key != key)
        {
            _timers.Dequeue();
        }
    }

    private sealed class SimTimer(SimTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>Which entry of the queue is this timer's; any other is stale.</summary>
        public (DateTimeOffset Due, long Order)? Key { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.RequireSimulationThread();
            _period = period;
            Key = dueTime == Timeout.InfiniteTimeSpan ? null : (time._now + dueTime, ++time._order);
            if (Key is { } key)
            {
                time._timers.Enqueue(this, key);
            }

            return true;
        }

        public void Fire()
        {
            Key = null;
            if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose() => Key = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
