using System.Text;
using System.Text.Json.Serialization;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Accounts;

/// <summary>The token endpoint, as Keycloak answers it. Assumed: its defaults, as no failure text was published.</summary>
internal sealed class TokenEndpoint(SimulatorOptions options, TokenVault vault)
{
    public const string Path = "/auth/realms/contabo/protocol/openid-connect/token";

    private const string Access = "Bearer";
    private const string Refresh = "Refresh";

    public static string? ClientIn(CloudRequest request) => Credentials(request, Form(request)).Id;

    public string? AccountOf(string accessToken, DateTimeOffset now) => vault.ClientOf(accessToken, Access, now);

    public CloudResponse Handle(CloudRequest request, DateTimeOffset now)
    {
        if (request.Method != "POST")
        {
            return Refusal(405, "invalid_request", "Method not allowed");
        }

        var form = Form(request);
        var (id, secret) = Credentials(request, form);
        if (form.Get("grant_type") is not { } grant)
        {
            return Refusal(400, "invalid_request", "Missing form parameter: grant_type");
        }

        var account = options.Accounts.FirstOrDefault(one => one.ClientId == id && one.ClientSecret == secret);
        if (account is null)
        {
            return Refusal(401, id is null ? "invalid_client" : "unauthorized_client", "Invalid client or Invalid client credentials");
        }

        return grant switch
        {
            "password" => Password(account, form, now),
            "refresh_token" => Renew(account, form, now),
            _ => Refusal(400, "unsupported_grant_type", "Unsupported grant_type"),
        };
    }

    private CloudResponse Password(AccountSettings account, QueryValues form, DateTimeOffset now)
    {
        foreach (var field in (string[])["username", "password"])
        {
            if (form.Get(field) is null)
            {
                return Refusal(400, "invalid_request", $"Missing parameter: {field}");
            }
        }

        return form.Get("username") == account.ApiUser && form.Get("password") == account.ApiPassword
            ? Issue(account, now)
            : Refusal(401, "invalid_grant", "Invalid user credentials");
    }

    private CloudResponse Renew(AccountSettings account, QueryValues form, DateTimeOffset now)
    {
        if (form.Get("refresh_token") is not { } token)
        {
            return Refusal(400, "invalid_request", "No refresh token");
        }

        return vault.ClientOf(token, Refresh, now) == account.ClientId
            ? Issue(account, now)
            : Refusal(400, "invalid_grant", "Token is not active");
    }

    private CloudResponse Issue(AccountSettings account, DateTimeOffset now) => Answers.Of(200, new TokenAnswer(
        vault.Issue(account, Access, now, options.AccessTokenLifetime), (int)options.AccessTokenLifetime.TotalSeconds,
        vault.Issue(account, Refresh, now, options.RefreshTokenLifetime), (int)options.RefreshTokenLifetime.TotalSeconds,
        "Bearer", 0, "email profile"));

    private static QueryValues Form(CloudRequest request) => new(Encoding.UTF8.GetString(request.Body.Span));

    private static (string? Id, string? Secret) Credentials(CloudRequest request, QueryValues form)
    {
        const string Basic = "Basic ";
        if (request.Header("Authorization") is not { } header || !header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return (form.Get("client_id"), form.Get("client_secret"));
        }

        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..], buffer, out var length))
        {
            return default;
        }

        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 ? (QueryValues.Decode(parts[0]), QueryValues.Decode(parts[1])) : default;
    }

    private static CloudResponse Refusal(int status, string error, string description) =>
        Answers.Of(status, new TokenRefusal(error, description));

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("refresh_token")] string RefreshToken,
        [property: JsonPropertyName("refresh_expires_in")] int RefreshExpiresIn,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("not-before-policy")] int NotBefore,
        [property: JsonPropertyName("scope")] string Scope);

    private sealed record TokenRefusal(
        [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);
}
