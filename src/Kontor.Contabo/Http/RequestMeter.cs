namespace Kontor.Contabo.Http;

/// <summary>
/// A token bucket in whole clock ticks (the generic cell rate algorithm), so that it neither drifts nor rounds: a full
/// bucket holds one second's worth.
/// </summary>
internal sealed class RequestMeter(int requestsPerSecond, long ticksPerSecond)
{
    private readonly long _interval = Math.Max(1, ticksPerSecond / requestsPerSecond);
    private readonly long _burst = Math.Max(1, ticksPerSecond / requestsPerSecond) * (requestsPerSecond - 1L);
    private long? _nextRegular;

    /// <summary>Gets the moment from which the next request is allowed.</summary>
    public long NextAt => (_nextRegular ?? long.MinValue + _burst) - _burst;

    public bool TryTake(long now)
    {
        if (now < NextAt)
        {
            return false;
        }

        _nextRegular = Math.Max(now, _nextRegular ?? now) + _interval;
        return true;
    }
}
