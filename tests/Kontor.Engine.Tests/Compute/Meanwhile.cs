using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Lets something happen, once, while a process stands at a place.</summary>
internal sealed class Meanwhile(string place) : ICheckpoints
{
    /// <summary>Sets what happens there.</summary>
    public Action? Happens { private get; set; }

    public ValueTask ReachedAsync(string name)
    {
        if (name == place && Happens is { } happens)
        {
            Happens = null;
            happens();
        }

        return ValueTask.CompletedTask;
    }

    public void ReachedUncommitted(string name)
    {
    }
}
