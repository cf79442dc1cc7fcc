namespace Kontor.Contabo.Simulator.Tags;

internal sealed record Tag(long TagId, string Account, string Name, string Color, string Description);

internal sealed record Assignment(string Account, long TagId, string ResourceType, string ResourceId);

internal sealed class TagStore
{
    private readonly SortedDictionary<long, Tag> _tags = [];
    private readonly Dictionary<(string Account, string Name), long> _byName = [];
    private readonly Dictionary<long, List<Assignment>> _assignments = [];
    private readonly Dictionary<(string Account, string Type, string Id), HashSet<long>> _byResource = [];

    public IEnumerable<Tag> Everything => _tags.Values;

    public IEnumerable<Assignment> AllAssignments => _assignments.Values.SelectMany(rows => rows);

    public Tag? Find(string account, long id) => _tags.TryGetValue(id, out var tag) && tag.Account == account ? tag : null;

    public Tag? Named(string account, string name) => _byName.TryGetValue((account, name), out var id) ? _tags[id] : null;

    public IEnumerable<Tag> Of(string account) => _tags.Values.Where(tag => tag.Account == account);

    public void Save(Tag tag)
    {
        if (_tags.TryGetValue(tag.TagId, out var known))
        {
            _byName.Remove((known.Account, known.Name));
        }

        _tags[tag.TagId] = tag;
        _byName[(tag.Account, tag.Name)] = tag.TagId;
    }

    public void Remove(Tag tag)
    {
        _tags.Remove(tag.TagId);
        _byName.Remove((tag.Account, tag.Name));
    }

    public IReadOnlyList<Assignment> Assignments(long tagId) => _assignments.GetValueOrDefault(tagId) ?? [];

    public Assignment? FindAssignment(long tagId, string type, string id) =>
        Assignments(tagId).FirstOrDefault(assignment => assignment.ResourceType == type && assignment.ResourceId == id);

    public void Assign(Assignment assignment)
    {
        (_assignments.TryGetValue(assignment.TagId, out var rows) ? rows : _assignments[assignment.TagId] = []).Add(assignment);
        var resource = (assignment.Account, assignment.ResourceType, assignment.ResourceId);
        (_byResource.TryGetValue(resource, out var tags) ? tags : _byResource[resource] = []).Add(assignment.TagId);
    }

    public void Unassign(Assignment assignment)
    {
        _assignments[assignment.TagId].Remove(assignment);
        _byResource[(assignment.Account, assignment.ResourceType, assignment.ResourceId)].Remove(assignment.TagId);
    }

    /// <summary>Drops every assignment of a resource that is gone.</summary>
    public void Forget(string account, string type, string id)
    {
        if (_byResource.Remove((account, type, id), out var tags))
        {
            foreach (var tag in tags)
            {
                _assignments[tag].RemoveAll(assignment => assignment.ResourceType == type && assignment.ResourceId == id);
            }
        }
    }
}
