using System.Text.Json.Serialization;

namespace Kontor.Api.Inventory;

/// <summary>How a finding stands.</summary>
public enum FindingState
{
    /// <summary>It is so and waits for a person.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It is so, and a person said that it does not matter; it is open again when something about it changes.</summary>
    [JsonStringEnumMemberName("ignored")]
    Ignored,

    /// <summary>It is no longer so.</summary>
    [JsonStringEnumMemberName("resolved")]
    Resolved,
}
