namespace Kontor.Server.Host.Settings;

/// <summary>A part of the settings as they were written: a value, or a section with parts of its own in their order.</summary>
internal sealed class SettingNode
{
    public const char Separator = ':';

    /// <summary>Gets or sets the value as text; null for a section.</summary>
    public string? Value { get; private set; }

    public OrderedDictionary<string, SettingNode> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets a value at a path, over one that stood there.</summary>
    public void Set(ReadOnlySpan<string> path, string value) => Open(path).Value = value;

    /// <summary>Finds the part at a path, or makes it: a section that was written is there, even without parts.</summary>
    public SettingNode Open(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return this;
        }

        if (!Children.TryGetValue(path[0], out var child))
        {
            Children.Add(path[0], child = new SettingNode());
        }

        return child.Open(path[1..]);
    }
}
