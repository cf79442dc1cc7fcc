using System.Text.Json.Serialization;

namespace Kontor.Api.Catalog;

/// <summary>Whether the provider's API takes an order.</summary>
public enum Orderable
{
    /// <summary>Nobody has seen it either way, so nothing is ordered.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It is documented, or was seen, to take it.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>It refuses it.</summary>
    [JsonStringEnumMemberName("no")]
    No,
}
