namespace Kontor.Contabo.Simulator.Images;

/// <summary>Custom images in the order they were registered.</summary>
internal sealed class CustomImageStore
{
    private readonly Dictionary<Guid, CustomImage> _all = [];
    private readonly List<Guid> _order = [];

    public IEnumerable<CustomImage> Everything => _order.Select(id => _all[id]);

    public CustomImage this[Guid id] => _all[id];

    public IEnumerable<CustomImage> Of(string account) => Everything.Where(image => image.Account == account && !image.IsDeleted);

    public CustomImage? Find(string account, Guid id) =>
        _all.TryGetValue(id, out var image) && image.Account == account && !image.IsDeleted ? image : null;

    public CustomImage? Named(string account, string name) => Of(account).FirstOrDefault(image => image.Name == name);

    public void Save(CustomImage image)
    {
        if (!_all.ContainsKey(image.ImageId))
        {
            _order.Add(image.ImageId);
        }

        _all[image.ImageId] = image;
    }
}
