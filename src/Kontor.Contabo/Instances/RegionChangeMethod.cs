using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>How an instance gets into another region. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: RegionChangeRequest.method, a free text with one example.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<RegionChangeMethod>))]
public readonly record struct RegionChangeMethod(string Value) : IOpenWord<RegionChangeMethod>
{
    /// <summary>It is installed anew there.</summary>
    public static RegionChangeMethod Installation { get; } = new("installation");

    // Assumed: the twin of the one example; a schema that no operation uses has both.
    /// <summary>Its disk is taken along. Assumed: the description names this word elsewhere only.</summary>
    public static RegionChangeMethod Migration { get; } = new("migration");

    /// <inheritdoc/>
    public static RegionChangeMethod FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(RegionChangeMethod other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
