namespace Kontor.Engine.Common;

/// <summary>What production uses: nothing happens at a checkpoint.</summary>
public sealed class NoCheckpoints : ICheckpoints
{
    public static NoCheckpoints Instance { get; } = new();

    public ValueTask ReachedAsync(string name) => ValueTask.CompletedTask;

    public void ReachedUncommitted(string name)
    {
    }
}
