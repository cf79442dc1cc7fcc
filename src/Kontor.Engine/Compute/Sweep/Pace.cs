using System.Collections.Concurrent;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Lets something be done for an account now and then. It is no promise: a new process begins anew.</summary>
internal sealed class Pace(TimeSpan every, bool dueAtFirst = true)
{
    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _doneAt = new();

    /// <summary>Whether it is time; if so, it counts as done now.</summary>
    public bool IsDue(AccountId account, DateTimeOffset now)
    {
        var due = _doneAt.GetOrAdd(account, dueAtFirst ? DateTimeOffset.MinValue : now) <= now - every;
        if (due)
        {
            _doneAt[account] = now;
        }

        return due;
    }
}
