using System.Text.Json.Serialization;

namespace Kontor.Api.Images;

/// <summary>Where a custom image stands.</summary>
public enum ImageState
{
    /// <summary>Accepted; Contabo has not said that it has it.</summary>
    [JsonStringEnumMemberName("registering")]
    Registering,

    /// <summary>Contabo has it and fetches the file.</summary>
    [JsonStringEnumMemberName("downloading")]
    Downloading,

    /// <summary>It can be installed.</summary>
    [JsonStringEnumMemberName("ready")]
    Ready,

    /// <summary>It cannot be installed: refused, or its file could not be fetched.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Whether Contabo has it could not be proven; it is looked for.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It was there and is no longer, and not by Kontor's doing.</summary>
    [JsonStringEnumMemberName("vanished")]
    Vanished,

    /// <summary>Deleted as it was wished.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,
}
