using Kontor.Contabo;

namespace Kontor.Server.Host.Settings;

/// <summary>One account at Contabo. Secrets may stand in files instead: <c>ClientSecretFile</c>, <c>ApiPasswordFile</c>.</summary>
public sealed class AccountSettings
{
    private static readonly ContaboOptions Defaults = new();

    /// <inheritdoc cref="ContaboOptions.ClientId"/>
    public string ClientId { get; set; } = "";

    /// <inheritdoc cref="ContaboOptions.ClientSecret"/>
    [Secret]
    public string ClientSecret { get; set; } = "";

    /// <inheritdoc cref="ContaboOptions.ApiUser"/>
    public string ApiUser { get; set; } = "";

    /// <inheritdoc cref="ContaboOptions.ApiPassword"/>
    [Secret]
    public string ApiPassword { get; set; } = "";

    /// <summary>Gets or sets what the account is billed in; its prices are looked up in this currency.</summary>
    /// <value>Default <c>EUR</c>; an ISO 4217 code.</value>
    public string Currency { get; set; } = "EUR";

    /// <inheritdoc cref="ContaboOptions.ApiUrl"/>
    public Uri ApiUrl { get; set; } = Defaults.ApiUrl;

    /// <inheritdoc cref="ContaboOptions.TokenUrl"/>
    public Uri TokenUrl { get; set; } = Defaults.TokenUrl;

    /// <inheritdoc cref="ContaboOptions.TraceId"/>
    public string? TraceId { get; set; } = Defaults.TraceId;

    /// <inheritdoc cref="ContaboOptions.RequestsPerSecond"/>
    public int RequestsPerSecond { get; set; } = Defaults.RequestsPerSecond;

    /// <inheritdoc cref="ContaboOptions.ConcurrentRequests"/>
    public int ConcurrentRequests { get; set; } = Defaults.ConcurrentRequests;

    /// <inheritdoc cref="ContaboOptions.ReadTimeout"/>
    public TimeSpan ReadTimeout { get; set; } = Defaults.ReadTimeout;

    /// <inheritdoc cref="ContaboOptions.ReadRetries"/>
    public int ReadRetries { get; set; } = Defaults.ReadRetries;

    /// <inheritdoc cref="ContaboOptions.RetryDelay"/>
    public TimeSpan RetryDelay { get; set; } = Defaults.RetryDelay;

    /// <inheritdoc cref="ContaboOptions.LongestRetryDelay"/>
    public TimeSpan LongestRetryDelay { get; set; } = Defaults.LongestRetryDelay;

    /// <inheritdoc cref="ContaboOptions.PageSize"/>
    public int PageSize { get; set; } = Defaults.PageSize;

    /// <summary>The client's options.</summary>
    /// <param name="orderTimeout">How long the sender of an order waits; the purchase protocol counts on the same figure.</param>
    public ContaboOptions ToOptions(TimeSpan orderTimeout) => new()
    {
        ApiUrl = ApiUrl,
        TokenUrl = TokenUrl,
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        ApiUser = ApiUser,
        ApiPassword = ApiPassword,
        TraceId = TraceId,
        ReadTimeout = ReadTimeout,
        OrderTimeout = orderTimeout,
        ReadRetries = ReadRetries,
        RetryDelay = RetryDelay,
        LongestRetryDelay = LongestRetryDelay,
        RequestsPerSecond = RequestsPerSecond,
        ConcurrentRequests = ConcurrentRequests,
        PageSize = PageSize,
    };
}
