using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.DataCenters;

/// <summary>What can be ordered in a data center. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: DataCenterResponse.capabilities.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<DataCenterCapability>))]
public readonly record struct DataCenterCapability(string Value) : IOpenWord<DataCenterCapability>
{
    /// <summary>Virtual private servers.</summary>
    public static DataCenterCapability Vps { get; } = new("VPS");

    /// <summary>Virtual dedicated servers.</summary>
    public static DataCenterCapability Vds { get; } = new("VDS");

    /// <summary>Object storage.</summary>
    public static DataCenterCapability ObjectStorage { get; } = new("Object-Storage");

    /// <summary>Private networks.</summary>
    public static DataCenterCapability PrivateNetworking { get; } = new("Private-Networking");

    /// <inheritdoc/>
    public static DataCenterCapability FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(DataCenterCapability other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
