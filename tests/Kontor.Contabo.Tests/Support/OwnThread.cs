namespace Kontor.Contabo.Tests.Support;

/// <summary>
/// A thread without a synchronization context, as the fault simulation has one. On a test's own thread the runtime would not
/// run continuations in place, and what is claimed about one thread and deep nesting would go untested.
/// </summary>
internal static class OwnThread
{
    public static (bool Result, int Thread) Run(Func<bool> work)
    {
        var result = false;
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return (result, thread.ManagedThreadId);
    }
}
