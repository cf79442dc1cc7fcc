using System.ComponentModel.DataAnnotations;

namespace Kontor.Contabo;

/// <summary>How one account at Contabo is reached. Secrets in it are never logged.</summary>
public sealed class ContaboOptions : IValidatableObject
{
    /// <summary>Gets or sets where the API is.</summary>
    /// <value>Default <c>https://api.contabo.com</c>; https, or http on loopback.</value>
    [Required]
    public Uri ApiUrl { get; set; } = new("https://api.contabo.com");

    /// <summary>Gets or sets where tokens are issued.</summary>
    /// <value>Default: Contabo's Keycloak realm; https, or http on loopback.</value>
    [Required]
    public Uri TokenUrl { get; set; } = new("https://auth.contabo.com/auth/realms/contabo/protocol/openid-connect/token");

    /// <summary>Gets or sets the OAuth2 client id, such as <c>DE-54321</c>.</summary>
    [Required]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the OAuth2 client secret.</summary>
    [Required]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the login e-mail address of the API user.</summary>
    [Required]
    public string ApiUser { get; set; } = "";

    /// <summary>Gets or sets the API password, which is not the password of the customer panel.</summary>
    [Required]
    public string ApiPassword { get; set; } = "";

    /// <summary>Gets or sets what is sent as <c>x-trace-id</c> and kept in audit rows, to tell our calls from others'.</summary>
    /// <value>Default none; at most 200 characters without line breaks.</value>
    [RegularExpression("[ -~]{1,200}", ErrorMessage = "TraceId must be 1 to 200 printable ASCII characters.")]
    public string? TraceId { get; set; }

    /// <summary>Gets or sets how long one attempt of a read or of a token request may take, connect to last byte.</summary>
    /// <value>Default 30 s; from 1 s to 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long the only attempt of a write may take; after it, its outcome is unknown.</summary>
    /// <value>Default 100 s; from 1 s to 10 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan OrderTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets how often a read is repeated after a transient failure. Writes are never repeated.</summary>
    /// <value>Default 3; from 0 to 10.</value>
    [Range(0, 10)]
    public int ReadRetries { get; set; } = 3;

    /// <summary>Gets or sets the middle of the first delay before a read is repeated; it doubles each time, with jitter.</summary>
    /// <value>Default 1 s; from 1 ms to 1 min.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the cap of every delay between reads, also of one the provider asks for by Retry-After.</summary>
    /// <value>Default 1 min; from 1 ms to 10 min.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how many requests a second the account makes, with a burst of one second's worth.</summary>
    /// <value>Default 5, as Contabo publishes no figure; from 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int RequestsPerSecond { get; set; } = 5;

    /// <summary>Gets or sets how many requests of the account run at the same time.</summary>
    /// <value>Default 4; from 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int ConcurrentRequests { get; set; } = 4;

    /// <summary>Gets or sets how many rows a page of a list is asked to hold.</summary>
    /// <value>Default 100; from 1 to 1,000. Contabo publishes no maximum.</value>
    [Range(1, 1_000)]
    public int PageSize { get; set; } = 100;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, url) in new[] { (nameof(ApiUrl), ApiUrl), (nameof(TokenUrl), TokenUrl) })
        {
            if (url is not null && !IsProtected(url))
            {
                yield return new ValidationResult($"{name} must be an absolute https address, or http on loopback, without user information.", [name]);
            }
        }
    }

    private static bool IsProtected(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
