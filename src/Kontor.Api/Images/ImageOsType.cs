using System.Text.Json.Serialization;

namespace Kontor.Api.Images;

/// <summary>The family of the system in a custom image.</summary>
public enum ImageOsType
{
    /// <summary>Linux or BSD.</summary>
    [JsonStringEnumMemberName("linux")]
    Linux,

    /// <summary>Windows; refused, because Contabo forbids custom images of it.</summary>
    [JsonStringEnumMemberName("windows")]
    Windows,
}
