namespace Kontor.Engine.Storage;

/// <summary>One write on its way into a transaction: it is taken once or given up, and ends once.</summary>
/// <param name="name">The name of its fact.</param>
/// <param name="work">What it does in the transaction.</param>
internal sealed class PendingWrite(string name, Func<UnitOfWork, Task> work)
{
    private readonly TaskCompletionSource<UnitOfWork> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    public string Name => name;

    /// <summary>Gets what completes with the unit when it is committed, and fails with what kept it from that.</summary>
    public Task<UnitOfWork> Done => _done.Task;

    /// <summary>Claims it, for running it or for giving it up.</summary>
    /// <returns>False when somebody else has.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    public Task RunAsync(UnitOfWork unit) => work(unit);

    public void Committed(UnitOfWork unit) => _done.TrySetResult(unit);

    public void Failed(Exception reason) => _done.TrySetException(reason);
}
