namespace Kontor.Contabo.Http;

/// <summary>
/// The requests an account may make: so many a second, with a burst of one second's worth, and so many at a time. First
/// come, first served; only reads paused by a 429 are overtaken. A free turn is taken on the spot, and waiting turns are
/// given out on the thread that freed them, so nothing here moves a call to another thread.
/// </summary>
internal sealed class RateBudget : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<BudgetTurn> _waiting = new();
    private readonly RequestMeter _meter;
    private readonly int _mostRunning;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _readsPausedUntil = long.MinValue;
    private int _running;
    private bool _admitting;

    public RateBudget(int requestsPerSecond, int concurrentRequests, TimeProvider clock)
    {
        _meter = new RequestMeter(requestsPerSecond, clock.TimestampFrequency);
        _mostRunning = concurrentRequests;
        _clock = clock;
        _timer = clock.CreateTimer(static budget => ((RateBudget)budget!).Admit(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask EnterAsync(bool isRead, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new BudgetTurn(isRead);
        lock (_gate)
        {
            if (_waiting.Count == 0 && TryTake(turn))
            {
                return ValueTask.CompletedTask;
            }

            _waiting.AddLast(turn.Place);
        }

        return new ValueTask(WaitAsync(turn, cancellationToken));
    }

    public void Leave()
    {
        lock (_gate)
        {
            _running--;
        }

        Admit();
    }

    public void PauseReads(TimeSpan pause)
    {
        lock (_gate)
        {
            _readsPausedUntil = Math.Max(_readsPausedUntil, _clock.GetTimestamp() + ToTicks(pause));
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task WaitAsync(BudgetTurn turn, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister((_, token) => GiveUp(turn, token), null);
        await using (registration.ConfigureAwait(false))
        {
            Admit();
            await turn.Given.ConfigureAwait(false);
        }
    }

    private void GiveUp(BudgetTurn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (turn.Place.List is null)
            {
                return;
            }

            _waiting.Remove(turn.Place);
        }

        turn.Cancel(cancellationToken);
    }

    // One loop at a time: a turn given here may end at once and come back to Admit, and would otherwise nest without end.
    private void Admit()
    {
        lock (_gate)
        {
            if (_admitting)
            {
                return;
            }

            _admitting = true;
        }

        while (NextTurn() is { } turn)
        {
            turn.Give();
        }
    }

    private BudgetTurn? NextTurn()
    {
        lock (_gate)
        {
            for (var place = _waiting.First; place is not null; place = place.Next)
            {
                if (TryTake(place.Value))
                {
                    _waiting.Remove(place);
                    return place.Value;
                }
            }

            _admitting = false;
            WakeWhenDue();
            return null;
        }
    }

    private bool TryTake(BudgetTurn turn)
    {
        var now = _clock.GetTimestamp();
        if (_running >= _mostRunning || (turn.IsRead && now < _readsPausedUntil) || !_meter.TryTake(now))
        {
            return false;
        }

        _running++;
        return true;
    }

    // With every place taken, the next call to leave wakes the queue.
    private void WakeWhenDue()
    {
        if (_waiting.Count == 0 || _running >= _mostRunning)
        {
            return;
        }

        var now = _clock.GetTimestamp();
        var onlyReads = _waiting.All(static turn => turn.IsRead);
        var due = Math.Max(_meter.NextAt, onlyReads ? _readsPausedUntil : long.MinValue);
        _timer.Change(Wait(now, due), Timeout.InfiniteTimeSpan);
    }

    // Timers count whole milliseconds; rounded down, the queue would wake in vain.
    private TimeSpan Wait(long now, long due)
    {
        var wait = due <= now ? TimeSpan.Zero : _clock.GetElapsedTime(now, due);
        return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
    }

    private long ToTicks(TimeSpan span) => (long)(span.TotalSeconds * _clock.TimestampFrequency);
}
