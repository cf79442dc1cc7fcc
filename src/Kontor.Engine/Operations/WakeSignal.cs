namespace Kontor.Engine.Operations;

/// <summary>Tells idle workers of this process that something may be due. Losing a signal costs one sweep, never an operation.</summary>
public sealed class WakeSignal
{
    private TaskCompletionSource _signal = New();

    /// <summary>Wakes everyone who waits.</summary>
    public void Set() => Interlocked.Exchange(ref _signal, New()).TrySetResult();

    /// <summary>Gets what completes at the next <see cref="Set"/>; take it before looking for work.</summary>
    public Task Next => Volatile.Read(ref _signal).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
