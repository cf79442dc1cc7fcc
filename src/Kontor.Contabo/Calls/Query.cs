using System.Globalization;
using System.Text;

namespace Kontor.Contabo.Calls;

/// <summary>Builds a query string; a parameter without a value is left out.</summary>
internal sealed class Query
{
    private readonly StringBuilder _text = new();

    public Query Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public Query Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public Query Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    public Query Add(string name, DateOnly? value) => Add(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Query Add(AuditFilter? filter) => this
        .Add("requestId", filter?.RequestId?.ToString())
        .Add("changedBy", filter?.ChangedBy)
        .Add("startDate", filter?.StartDate)
        .Add("endDate", filter?.EndDate)
        .AddEach("orderBy", filter?.OrderBy);

    /// <summary>Adds several values as one, divided by commas.</summary>
    public Query AddJoined<T>(string name, IReadOnlyCollection<T>? values) =>
        Add(name, values is { Count: > 0 } ? string.Join(',', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))) : null);

    /// <summary>Adds several values as the same parameter repeated.</summary>
    public Query AddEach(string name, IReadOnlyCollection<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, value);
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
