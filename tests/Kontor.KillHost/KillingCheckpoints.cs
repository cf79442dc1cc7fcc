using System.Diagnostics;
using Kontor.Engine.Common;

namespace Kontor.KillHost;

/// <summary>Says each checkpoint as it is passed, and at one of them kills its own process, which nothing can catch.</summary>
internal sealed class KillingCheckpoints(KillSpot? spot) : ICheckpoints
{
    private readonly Process _self = Process.GetCurrentProcess();
    private int _passed;

    public ValueTask ReachedAsync(string name)
    {
        Pass(name);
        return ValueTask.CompletedTask;
    }

    public void ReachedUncommitted(string name) => Pass(name);

    private void Pass(string name)
    {
        // What was written is in the pipe and outlives the process.
        Console.Out.WriteLine($"passed {name}");
        if (name == spot?.Name && Interlocked.Increment(ref _passed) == spot.Number)
        {
            Console.Out.WriteLine($"struck {name}");
            // SIGKILL: no handler, no finally, no flush.
            _self.Kill();
        }
    }
}
