namespace Kontor.Contabo.Tokens;

/// <summary>
/// Keeps the account's token and asks for a new one early. However many calls want one at the same time, one request is
/// made, and it belongs to none of them: a caller that gives up does not take the token from the others.
/// </summary>
internal sealed class TokenSource(TokenEndpoint endpoint, TimeProvider clock)
{
    /// <summary>Refused credentials stay refused for a while: each further try counts towards the lock-out of the API user.</summary>
    private static readonly TimeSpan RefusalKept = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private AccessToken? _token;
    private bool _isForgotten;
    private TokenFlight? _flight;
    private (ContaboFailure Failure, long Since)? _refusal;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        TokenFlight flight;
        Task<AccessToken> landing;
        AccessToken? old;
        lock (_gate)
        {
            if (Current is { } token)
            {
                return ValueTask.FromResult(token);
            }

            ThrowIfRefused();
            if (_flight is not null)
            {
                return new(_flight.Join().WaitAsync(cancellationToken));
            }

            old = _token;
            _flight = flight = new TokenFlight();
            landing = flight.Join();
        }

        _ = LandAsync(flight, old);
        return new(landing.WaitAsync(cancellationToken));
    }

    /// <summary>Marks a token the API refused; its refresh token is still worth a try.</summary>
    public void Forget(AccessToken token)
    {
        lock (_gate)
        {
            _isForgotten |= ReferenceEquals(_token, token);
        }
    }

    private AccessToken? Current => _token is not null && !_isForgotten && clock.GetTimestamp() < _token.RenewAt ? _token : null;

    private void ThrowIfRefused()
    {
        if (_refusal is { } refusal && clock.GetElapsedTime(refusal.Since) < RefusalKept)
        {
            throw new ContaboApiException(refusal.Failure);
        }
    }

    private async Task LandAsync(TokenFlight flight, AccessToken? old)
    {
        try
        {
            var token = await RenewAsync(old).ConfigureAwait(false);
            End(() => (_token, _isForgotten, _refusal) = (token, false, null));
            flight.Land(token);
        }
        catch (Exception exception)
        {
            // Whatever it is, it belongs to those who wait.
            End(() => Remember(exception));
            flight.Crash(exception);
        }
    }

    private async Task<AccessToken> RenewAsync(AccessToken? old)
    {
        if (old?.RefreshToken is { Length: > 0 } refreshToken && clock.GetTimestamp() < old.RefreshUntil)
        {
            try
            {
                return await endpoint.WithRefreshTokenAsync(refreshToken).ConfigureAwait(false);
            }
            catch (ContaboApiException exception) when (exception.Status is >= 400 and < 500 and not 429)
            {
                // A stale session; the password opens a new one.
            }
        }

        return await endpoint.WithPasswordAsync().ConfigureAwait(false);
    }

    private void End(Action outcome)
    {
        lock (_gate)
        {
            outcome();
            _flight = null;
        }
    }

    private void Remember(Exception exception) =>
        _refusal = exception is ContaboApiException { Reason: ContaboErrorReason.CredentialsRefused } refused
            ? (refused.Failure, clock.GetTimestamp())
            : null;
}
