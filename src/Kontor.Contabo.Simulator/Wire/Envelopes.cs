using System.Text.Json.Serialization;

namespace Kontor.Contabo.Simulator.Wire;

internal sealed record SingleEnvelope<T>(IReadOnlyList<T> Data, [property: JsonPropertyName("_links")] SelfLink Links);

internal sealed record SelfLink(string Self);

internal sealed record LinksEnvelope([property: JsonPropertyName("_links")] IReadOnlyDictionary<string, string> Links);

internal sealed record ListEnvelope<T>(
    [property: JsonPropertyName("_pagination")] PageFacts Pagination,
    IReadOnlyList<T> Data,
    [property: JsonPropertyName("_links")] PageLinks Links);

internal sealed record UnpagedEnvelope<T>(IReadOnlyList<T> Data, [property: JsonPropertyName("_links")] SelfLink Links);

internal sealed record PageFacts(int Size, int TotalElements, int TotalPages, int Page);

internal sealed record PageLinks(string Self, string First, string Last)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Previous { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Next { get; init; }
}

internal sealed record TextRefusal(int StatusCode, string Message);

internal sealed record ListRefusal(int StatusCode, IReadOnlyList<string> Message);

internal sealed record GatewayRefusal(string Message);

/// <summary>Source: schema CmsErrorsResponse.</summary>
internal sealed record BillingRefusal(IReadOnlyList<string> Errors);
