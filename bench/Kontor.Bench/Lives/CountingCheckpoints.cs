using Kontor.Engine.Common;

namespace Kontor.Bench.Lives;

/// <summary>Counts durable writes.</summary>
internal sealed class CountingCheckpoints : ICheckpoints
{
    public int Commits { get; private set; }

    public ValueTask ReachedAsync(string name)
    {
        Commits += name.EndsWith("/committed", StringComparison.Ordinal) ? 1 : 0;
        return ValueTask.CompletedTask;
    }

    public void ReachedUncommitted(string name)
    {
    }
}
