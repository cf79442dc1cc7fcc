namespace Kontor.Contabo.Http;

/// <summary>The table that decides whether a failed write may be forgotten or must be looked up.</summary>
internal static class Classification
{
    public static WriteOutcome OutcomeOf(int status) => status is 400 or 401 or 402 or 403 or 404 or 415 or 422 or 429
        ? WriteOutcome.DefinitelyNotDone
        : WriteOutcome.Unknown;

    public static ContaboErrorReason ReasonOf(int status) => status switch
    {
        408 or (>= 500 and <= 599) => ContaboErrorReason.ProviderFailed,
        >= 400 and <= 499 => ContaboErrorReason.Refused,
        _ => ContaboErrorReason.UnexpectedStatus,
    };

    /// <summary>Says whether the connection was never made. Everything else that breaks may break after the request left.</summary>
    public static bool IsNotSent(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    /// <summary>Says whether the same read may succeed a little later.</summary>
    public static bool IsTransient(ContaboFailure failure) => failure.Reason switch
    {
        ContaboErrorReason.ProviderFailed or ContaboErrorReason.Timeout => true,
        ContaboErrorReason.ConnectionFailed or ContaboErrorReason.ConnectionLost => true,
        ContaboErrorReason.TokenUnavailable => failure.Status is null or 408 or 429 or >= 500,
        _ => failure.Status == 429,
    };
}
