using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Calls;

/// <summary>Every answer wraps its objects in a list, a single object too.</summary>
internal sealed record Envelope<T>
{
    public List<T>? Data { get; init; }

    [JsonPropertyName("_pagination")]
    [JsonConverter(typeof(LenientObjectConverter<Pagination>))]
    public Pagination? Pagination { get; init; }
}
