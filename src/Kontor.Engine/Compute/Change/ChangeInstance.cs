using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute.Change;

/// <summary>A wish about a machine.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Change">What is to be done, by its <see cref="InstanceChange.Name"/>.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record ChangeInstance(ResourceId Instance, string Change, string? Source)
{
    /// <summary>Gets what exactly is asked; null when the change needs no words. Never a secret.</summary>
    public object? Input { get; init; }

    /// <summary>Gets what of <see cref="Input"/> goes into the audit trail, when that is less than all: no names of persons.</summary>
    public object? Audited { get; init; }

    /// <summary>Gets the secrets that the change carries, by name; they are kept sealed for as long as it is under way.</summary>
    public IReadOnlyDictionary<string, SecretText> Secrets { get; init; } = new Dictionary<string, SecretText>();
}
