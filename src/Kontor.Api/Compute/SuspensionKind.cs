using System.Text.Json.Serialization;

namespace Kontor.Api.Compute;

/// <summary>For what something is suspended. Each kind is set and lifted by itself, and while one stands the machine stays off.</summary>
public enum SuspensionKind
{
    /// <summary>It is not paid.</summary>
    [JsonStringEnumMemberName("unpaid")]
    Unpaid,

    /// <summary>It was abused; only a staff key sets this and lifts it.</summary>
    [JsonStringEnumMemberName("abuse")]
    Abuse,

    /// <summary>Whatever else.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
