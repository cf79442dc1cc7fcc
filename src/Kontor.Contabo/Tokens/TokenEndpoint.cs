using System.Text.Json;
using Kontor.Contabo.Http;

namespace Kontor.Contabo.Tokens;

/// <summary>Asks the token endpoint, form-encoded, and tells wrong credentials from a bad day.</summary>
internal sealed class TokenEndpoint(HttpMessageInvoker pipeline, ContaboOptions options, TimeProvider clock, Func<Guid> requestIds)
{
    private static readonly string[] CredentialErrors = ["invalid_grant", "invalid_client", "unauthorized_client"];

    public Task<AccessToken> WithPasswordAsync() => RequestAsync(
        new("grant_type", "password"), new("username", options.ApiUser), new("password", options.ApiPassword));

    public Task<AccessToken> WithRefreshTokenAsync(string refreshToken) => RequestAsync(
        new("grant_type", "refresh_token"), new("refresh_token", refreshToken));

    private async Task<AccessToken> RequestAsync(params KeyValuePair<string, string>[] fields)
    {
        var facts = new CallFacts("token", IsRead: true, new RequestId(requestIds()), options.TraceId);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new FormUrlEncodedContent([.. fields, new("client_id", options.ClientId), new("client_secret", options.ClientSecret)]),
        };
        request.Options.Set(CallFacts.Key, facts);
        try
        {
            using var response = await pipeline.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            return ToToken(((BufferedContent)response.Content).Body)
                ?? throw new ContaboApiException(facts.Failure(ContaboErrorReason.Unreadable, WriteOutcome.Unknown));
        }
        catch (ContaboApiException exception)
        {
            throw NoToken(exception.Failure, exception);
        }
    }

    // Whatever went wrong here, the call that wanted the token was not sent.
    private static ContaboApiException NoToken(ContaboFailure failure, Exception inner)
    {
        var refused = failure.Status == 401 || (failure.Status == 400 && failure.ProviderMessages.Any(CredentialErrors.Contains));
        return new ContaboApiException(
            failure with
            {
                Reason = refused ? ContaboErrorReason.CredentialsRefused : ContaboErrorReason.TokenUnavailable,
                Outcome = WriteOutcome.DefinitelyNotDone,
                NotSent = true,
            },
            inner);
    }

    private AccessToken? ToToken(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, TokenJsonContext.Default.TokenReply) is { AccessToken: { Length: > 0 } value } reply
                ? AccessToken.Start(value, reply, clock)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
