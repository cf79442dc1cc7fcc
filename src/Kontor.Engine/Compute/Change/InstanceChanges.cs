using System.Collections.Frozen;

namespace Kontor.Engine.Compute.Change;

/// <summary>Every kind of change there is, by its name.</summary>
public sealed class InstanceChanges(IEnumerable<InstanceChange> changes)
{
    private readonly FrozenDictionary<string, InstanceChange> _byName = changes.ToFrozenDictionary(change => change.Name);

    /// <summary>The kind of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a bug, since names come from our own code.</exception>
    public InstanceChange this[string name] => _byName[name];

    /// <summary>Gets every kind.</summary>
    public IEnumerable<InstanceChange> All => _byName.Values;
}
