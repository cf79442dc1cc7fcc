using System.Text.Json.Serialization;

namespace Kontor.Api.Compute;

/// <summary>Whether Kontor makes a password.</summary>
public enum PasswordChoice
{
    /// <summary>It makes one, and shows it once by the operation's link.</summary>
    [JsonStringEnumMemberName("generated")]
    Generated,

    /// <summary>It makes none: keys or user-data open the machine.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
