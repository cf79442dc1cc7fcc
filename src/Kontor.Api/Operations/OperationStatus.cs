using System.Text.Json.Serialization;

namespace Kontor.Api.Operations;

/// <summary>Where an operation stands, whatever its type.</summary>
public enum OperationStatus
{
    /// <summary>Accepted; nothing was sent yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Waits for a person to resume it or give it up.</summary>
    [JsonStringEnumMemberName("needs_attention")]
    NeedsAttention,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Ended without its effect.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Called off before anything was sent.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
