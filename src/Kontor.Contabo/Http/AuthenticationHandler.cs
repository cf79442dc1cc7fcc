using Kontor.Contabo.Tokens;

namespace Kontor.Contabo.Http;

/// <summary>Puts the account's token on the call. A read that is answered 401 is repeated once with a new token, a write never.</summary>
internal sealed class AuthenticationHandler(TokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var facts = CallFacts.Of(request);
        var token = await GetTokenAsync(facts, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        }
        catch (ContaboApiException exception) when (exception.Status == 401)
        {
            // The token is bad for the next call too, whatever becomes of this one.
            tokens.Forget(token);
            if (!facts.IsRead)
            {
                throw;
            }
        }

        facts.Attempt++;
        token = await GetTokenAsync(facts, cancellationToken).ConfigureAwait(false);
        return await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendWithAsync(AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = token.Header;
        return base.SendAsync(request, cancellationToken);
    }

    // The failure of a token request is shared by all who waited for it; each gets it under the name of its own call.
    private async ValueTask<AccessToken> GetTokenAsync(CallFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ContaboApiException exception)
        {
            var mine = exception.Failure with { Operation = facts.Operation, RequestId = facts.RequestId, TraceId = facts.TraceId };
            throw new ContaboApiException(mine, exception);
        }
    }
}
