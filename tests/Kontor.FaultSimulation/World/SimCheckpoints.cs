using Kontor.Engine.Common;

namespace Kontor.FaultSimulation.World;

/// <summary>The checkpoints of one node: workers interleave here, and here the node may die.</summary>
internal sealed class SimCheckpoints(CrashPlan plan, SimScheduler scheduler) : ICheckpoints
{
    /// <summary>Gets whether the node is dead.</summary>
    public bool Dead { get; private set; }

    public async ValueTask ReachedAsync(string name)
    {
        ThrowIfDead();
        if (plan.StrikesAt(name))
        {
            Die();
        }

        await scheduler.YieldAsync();
        ThrowIfDead();
    }

    public void ReachedUncommitted(string name)
    {
        ThrowIfDead();
        if (plan.StrikesAt(name))
        {
            Die();
        }
    }

    /// <summary>Passes a boundary of a call; the caller decides what a death there means for the request on the wire.</summary>
    /// <returns>Whether the node died here.</returns>
    public bool DiesAt(string name)
    {
        ThrowIfDead();
        if (plan.StrikesAt(name))
        {
            Dead = true;
        }

        return Dead;
    }

    public void ThrowIfDead()
    {
        if (Dead)
        {
            throw new NodeDied();
        }
    }

    private void Die()
    {
        Dead = true;
        throw new NodeDied();
    }
}
