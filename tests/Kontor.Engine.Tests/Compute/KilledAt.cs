using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Kills the process the first time it reaches a place; dead, it does nothing more.</summary>
internal sealed class KilledAt(string place) : ICheckpoints
{
    private bool _dead;

    public ValueTask ReachedAsync(string name)
    {
        ReachedUncommitted(name);
        return ValueTask.CompletedTask;
    }

    public void ReachedUncommitted(string name)
    {
        _dead |= name == place;
        if (_dead)
        {
            throw new KilledException();
        }
    }
}

/// <summary>The sudden death of a process.</summary>
internal sealed class KilledException : Exception, IStopTheProcess;
