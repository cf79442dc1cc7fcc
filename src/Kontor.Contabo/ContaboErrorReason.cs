namespace Kontor.Contabo;

/// <summary>Why a call failed, coarse enough to switch over.</summary>
public enum ContaboErrorReason
{
    /// <summary>Contabo answered 4xx (408 excepted); the status says more.</summary>
    Refused = 0,

    /// <summary>Contabo answered 408 or 5xx.</summary>
    ProviderFailed = 1,

    /// <summary>A status that no operation documents, a redirect among them; redirects are never followed.</summary>
    UnexpectedStatus = 2,

    /// <summary>The success answer was not the JSON expected, named no id or another one, or was larger than this client reads.</summary>
    Unreadable = 3,

    /// <summary>No whole answer came in <see cref="ContaboOptions.ReadTimeout"/> or <see cref="ContaboOptions.OrderTimeout"/>.</summary>
    Timeout = 4,

    /// <summary>The caller's token cancelled a write. Cancelled reads throw <see cref="OperationCanceledException"/> instead.</summary>
    Cancelled = 5,

    /// <summary>Name resolution, connecting or the TLS handshake failed: no byte of the request was sent.</summary>
    ConnectionFailed = 6,

    /// <summary>The connection died after the request may have left.</summary>
    ConnectionLost = 7,

    /// <summary>The token endpoint refused the client or the API user; the call itself was not sent.</summary>
    CredentialsRefused = 8,

    /// <summary>The token endpoint could not be reached or understood; the call itself was not sent.</summary>
    TokenUnavailable = 9,
}
