using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>The public addresses of an instance.</summary>
/// <remarks>Observed: <c>v4</c> comes as an object and as a list; both read as a list.</remarks>
public sealed record IpConfig : ContaboObject
{
    /// <summary>Gets the IPv4 addresses.</summary>
    [JsonConverter(typeof(LenientListConverter<IpAddress>))]
    public IReadOnlyList<IpAddress>? V4 { get; init; }

    /// <summary>Gets the IPv6 addresses.</summary>
    [JsonConverter(typeof(LenientListConverter<IpAddress>))]
    public IReadOnlyList<IpAddress>? V6 { get; init; }
}
