using System.Collections.Concurrent;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Lets something be done for an account now and then. It is no promise: a new process begins anew.</summary>
internal sealed class Pace(TimeSpan every)
{
    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _doneAt = new();

    /// <summary>Whether it is time; if so, it counts as done now.</summary>
    public bool IsDue(AccountId account, DateTimeOffset now)
    {
        var due = !_doneAt.TryGetValue(account, out var doneAt) || doneAt + every <= now;
        if (due)
        {
            Done(account, now);
        }

        return due;
    }

    /// <summary>Notes that it was done, although it may not have been time.</summary>
    public void Done(AccountId account, DateTimeOffset now) => _doneAt[account] = now;
}
