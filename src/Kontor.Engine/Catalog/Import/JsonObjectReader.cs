using System.Text.Json;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>One object of the file: hands out its fields, knows where it stands, and reports fields nobody asked for.</summary>
internal sealed class JsonObjectReader
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    private readonly JsonElement _object;
    private readonly string _path;
    private readonly FileFaults _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public JsonObjectReader(JsonElement element, string path, FileFaults faults)
    {
        (_path, _faults) = (path, faults);
        _object = element.ValueKind == JsonValueKind.Object ? element : Empty;
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Report(path, $"is {Shown(element)}: write an object, {{ ... }}.");
        }
    }

    /// <summary>A value as a sentence may show it.</summary>
    public static string Shown(JsonElement element) => PlainText.Shown(element.GetRawText());

    /// <summary>The field's value, or null where it is absent; a JSON null counts as absent.</summary>
    public JsonElement? Optional(string name)
    {
        _asked.Add(name);
        return _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public JsonElement? Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            Fault(name, "is missing: every entry of this kind has it.");
        }

        return value;
    }

    public void Fault(string name, string sentence) => _faults.Report(PathOf(name), sentence);

    /// <summary>Reads each object of a list; an absent list is an empty one.</summary>
    public List<T> Each<T>(string name, Func<JsonObjectReader, T> read)
    {
        if (Optional(name) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault(name, $"is {Shown(list)}: write a list, [ ... ].");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, index) => Read(item, $"{PathOf(name)}[{index}]", _faults, read))];
    }

    /// <summary>Reads the object in a field, or gives null where it is absent.</summary>
    public T? Child<T>(string name, Func<JsonObjectReader, T> read)
        where T : class => Optional(name) is { } child ? Read(child, PathOf(name), _faults, read) : null;

    /// <summary>The names in this object, for those objects whose names are data.</summary>
    public IEnumerable<string> Names() => _object.EnumerateObject().Select(field => field.Name);

    /// <summary>Reads one object, and refuses what stands in it unread.</summary>
    public static T Read<T>(JsonElement element, string path, FileFaults faults, Func<JsonObjectReader, T> read)
    {
        var reader = new JsonObjectReader(element, path, faults);
        var result = read(reader);
        reader.RefuseUnknownFields();
        return result;
    }

    private void RefuseUnknownFields()
    {
        foreach (var name in Names().Where(name => !_asked.Contains(name)))
        {
            Fault(name, $"is not a field known here: use {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
        }
    }

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
