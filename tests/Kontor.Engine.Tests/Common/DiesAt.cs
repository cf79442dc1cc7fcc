using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

/// <summary>Ends the process at a checkpoint.</summary>
internal sealed class DiesAt(string where) : ICheckpoints
{
    public ValueTask ReachedAsync(string name) => name == where ? throw new Death() : ValueTask.CompletedTask;

    public void ReachedUncommitted(string name)
    {
        if (name == where)
        {
            throw new Death();
        }
    }

    public sealed class Death : Exception, IStopTheProcess;
}
