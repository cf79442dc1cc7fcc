using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>The names of one list so far: each may come once.</summary>
internal sealed class SeenOnce
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes note of a name and hands it on.</summary>
    public T Take<T>(JsonObjectReader reader, string field, T name)
        where T : notnull
    {
        if (!_seen.Add(name.ToString()!))
        {
            reader.Fault(field, $"is {PlainText.Shown(name.ToString()!)} a second time: keep one of the entries.");
        }

        return name;
    }

    /// <summary>The names of the list together with those known before.</summary>
    public HashSet<string> With(IReadOnlySet<string> known) => [.. _seen, .. known];
}
