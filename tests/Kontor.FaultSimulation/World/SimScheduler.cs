namespace Kontor.FaultSimulation.World;

/// <summary>Decides, by seed, which of the waiting tasks goes on. Everything runs on one thread, inline.</summary>
internal sealed class SimScheduler(Random random)
{
    private readonly List<TaskCompletionSource> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Gets whether a task waits to go on.</summary>
    public bool HasReady => _ready.Count > 0;

    /// <summary>Lets the others run; goes on when the seed says so.</summary>
    public Task YieldAsync()
    {
        RequireSimulationThread();
        // Inline on purpose: the task goes on inside RunOne, on the simulation's thread, until it waits again.
        var parked = new TaskCompletionSource();
        _ready.Add(parked);
        return parked.Task;
    }

    /// <summary>Lets one task go on until it waits again.</summary>
    public void RunOne()
    {
        var index = random.Next(_ready.Count);
        var chosen = _ready[index];
        _ready.RemoveAt(index);
        chosen.SetResult();
    }

    private void RequireSimulationThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("The engine left the simulation's thread, so the seed would not replay: find what hops.");
        }
    }
}
