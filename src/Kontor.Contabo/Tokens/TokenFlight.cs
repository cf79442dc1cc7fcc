namespace Kontor.Contabo.Tokens;

/// <summary>One renewal under way and everyone who waits for it.</summary>
/// <remarks>
/// Each waiter has a task of its own: a task with several waiters sends all but one of them to the thread pool, and a
/// caller that runs everything on one thread must stay there.
/// </remarks>
internal sealed class TokenFlight
{
    private readonly List<TaskCompletionSource<AccessToken>> _waiters = [];

    /// <summary>Waits along. Not safe by itself: the owner's lock is held.</summary>
    public Task<AccessToken> Join()
    {
        var waiter = new TaskCompletionSource<AccessToken>();
        _waiters.Add(waiter);
        return waiter.Task;
    }

    /// <summary>Tells everyone the token; nobody joins any more.</summary>
    public void Land(AccessToken token) => _waiters.ForEach(waiter => waiter.SetResult(token));

    /// <summary>Tells everyone the failure; a waiter that gave up does not mind.</summary>
    public void Crash(Exception failure)
    {
        foreach (var waiter in _waiters)
        {
            waiter.SetException(failure);
            _ = waiter.Task.Exception;
        }
    }
}
