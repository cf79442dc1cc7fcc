using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>An address bought besides the first.</summary>
public sealed record AdditionalIp : ContaboObject
{
    /// <summary>Gets the IPv4 address, as a list like in <see cref="IpConfig"/>.</summary>
    [JsonConverter(typeof(LenientListConverter<IpAddress>))]
    public IReadOnlyList<IpAddress>? V4 { get; init; }
}
