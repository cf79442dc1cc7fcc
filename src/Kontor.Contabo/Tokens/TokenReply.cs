using System.Text.Json.Serialization;

namespace Kontor.Contabo.Tokens;

/// <summary>The answer of the token endpoint. Source: RFC 6749, section 5.1, and Keycloak's refresh_expires_in.</summary>
internal sealed class TokenReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("refresh_expires_in")]
    public long? RefreshExpiresIn { get; init; }
}
