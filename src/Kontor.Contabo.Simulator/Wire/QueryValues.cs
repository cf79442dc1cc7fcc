namespace Kontor.Contabo.Simulator.Wire;

/// <summary>A query string, read once. Parameters nobody asks for are simply never looked at (Observed: 2026-08-09).</summary>
internal sealed class QueryValues
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public QueryValues(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(split < 0 ? pair : pair[..split]);
            (_values.TryGetValue(name, out var values) ? values : _values[name] = []).Add(split < 0 ? "" : Decode(pair[(split + 1)..]));
        }
    }

    /// <summary>The first value, or null when the parameter is absent or empty.</summary>
    public string? Get(string name) => _values.TryGetValue(name, out var values) && values[0].Length > 0 ? values[0] : null;

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>A comma-separated list, or null when the parameter is absent.</summary>
    public IReadOnlySet<string>? Many(string name) =>
        Get(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The query again with another page number, for links.</summary>
    public string WithPage(int page)
    {
        var others = _values.Where(pair => pair.Key != "page")
            .SelectMany(pair => pair.Value.Select(value => $"&{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value)}"));
        return $"page={page}{string.Concat(others)}";
    }

    internal static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
