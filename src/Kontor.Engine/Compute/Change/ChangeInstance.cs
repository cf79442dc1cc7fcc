using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Change;

/// <summary>A wish about a machine.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Change">What is to be done, by its <see cref="InstanceChange.Name"/>.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record ChangeInstance(ResourceId Instance, string Change, string? Source)
{
    /// <summary>Gets what exactly is asked; null when the change needs no words. Never a secret.</summary>
    public object? Input { get; init; }
}
