namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Instances by id, and per account in order of their ids and by display name.</summary>
internal sealed class InstanceStore
{
    private readonly Dictionary<long, Instance> _all = [];
    private readonly Dictionary<string, List<long>> _byAccount = [];
    private readonly Dictionary<(string Account, string DisplayName), SortedSet<long>> _byName = [];

    public IEnumerable<Instance> Everything => _all.Values;

    public int Count => _all.Count;

    public Instance this[long id] => _all[id];

    public Instance? Find(long id) => _all.GetValueOrDefault(id);

    /// <summary>Another account's instance is answered like one that does not exist.</summary>
    public Instance? Find(string account, long id) => Find(id) is { } instance && instance.Account == account ? instance : null;

    public IReadOnlyList<long> Ids(string account) => _byAccount.GetValueOrDefault(account) ?? [];

    public IReadOnlyList<long> Named(string account, string displayName) =>
        _byName.TryGetValue((account, displayName), out var ids) ? [.. ids] : [];

    public void Save(Instance instance)
    {
        if (_all.TryGetValue(instance.InstanceId, out var known))
        {
            Unname(known);
        }
        else
        {
            // Ids only grow, so the end is the right place.
            (_byAccount.TryGetValue(instance.Account, out var ids) ? ids : _byAccount[instance.Account] = []).Add(instance.InstanceId);
        }

        _all[instance.InstanceId] = instance;
        var name = (instance.Account, instance.DisplayName);
        (_byName.TryGetValue(name, out var named) ? named : _byName[name] = []).Add(instance.InstanceId);
    }

    public void Remove(Instance instance)
    {
        Unname(instance);
        _all.Remove(instance.InstanceId);
        var ids = _byAccount[instance.Account];
        ids.RemoveAt(ids.BinarySearch(instance.InstanceId));
    }

    private void Unname(Instance instance)
    {
        var name = (instance.Account, instance.DisplayName);
        if (_byName[name].Remove(instance.InstanceId) && _byName[name].Count == 0)
        {
            _byName.Remove(name);
        }
    }
}
