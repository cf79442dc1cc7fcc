using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Storage;

/// <summary>Notes the places passed, and dies at one of them if told to.</summary>
internal sealed class RecordingCheckpoints(string? diesAt = null) : ICheckpoints
{
    public List<string> Passed { get; } = [];

    public ValueTask ReachedAsync(string name)
    {
        ReachedUncommitted(name);
        return ValueTask.CompletedTask;
    }

    public void ReachedUncommitted(string name)
    {
        Passed.Add(name);
        if (name == diesAt)
        {
            throw new DiedException(name);
        }
    }
}

/// <summary>Stands for the death of the process.</summary>
internal sealed class DiedException(string at) : Exception(at);
