using System.Diagnostics.CodeAnalysis;
using Kontor.Contabo.Calls;
using Kontor.Contabo.Http;
using Kontor.Contabo.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kontor.Contabo;

/// <summary>Makes clients, one for each account.</summary>
public static class ContaboClientFactory
{
    /// <summary>Makes the client of one account.</summary>
    /// <param name="options">Checked here; changing them afterwards is not supported.</param>
    /// <param name="primaryHandler">
    /// What sends: <see cref="CreatePrimaryHandler"/>, or a simulated cloud. Not disposed, so that accounts can share it. It
    /// must neither follow redirects nor repeat a request by itself.
    /// </param>
    /// <param name="clock">Drives timeouts, delays, the budget and the life of tokens, by its timestamps and timers.</param>
    /// <param name="jitter">Gives numbers from 0 to below 1, from several threads at once.</param>
    /// <param name="requestIds">Gives the request ids of reads, UUIDs of version 4, from several threads at once.</param>
    /// <param name="logger">Gets a line for each attempt, without paths and bodies.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or out of range; the message names it.</exception>
    public static ContaboClient Create(
        ContaboOptions options,
        HttpMessageHandler primaryHandler,
        TimeProvider clock,
        Func<double> jitter,
        Func<Guid> requestIds,
        ILogger? logger = null)
    {
        Check(options);
        var retry = SafeRetry.Create(options, clock, jitter);
        var parts = new PipelineParts(options, primaryHandler, clock, logger ?? NullLogger.Instance, retry);
        var tokens = new TokenSource(new TokenEndpoint(ContaboPipeline.BuildForTokens(parts), options, clock, requestIds), clock);
        var budget = new RateBudget(options.RequestsPerSecond, options.ConcurrentRequests, clock);
        var facts = new CallFactsSource(requestIds, options.TraceId);
        return new ContaboClient(new ApiCaller(ContaboPipeline.Build(parts, tokens, budget), options, facts), budget);
    }

    /// <summary>
    /// Makes the handler that really sends: HTTP/1.1, no redirects, no cookies, connections renewed every five minutes so
    /// that a change in DNS is noticed. Share one in a process and dispose it at its end.
    /// </summary>
    /// <param name="connectTimeout">How long connecting, TLS included, may take; default 10 s. What fails by it was not sent.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes the outer handler, which disposes the inner one.")]
    public static HttpMessageHandler CreatePrimaryHandler(TimeSpan? connectTimeout = null) =>
        new NotSentHandler(SocketPolicy.Create(connectTimeout ?? TimeSpan.FromSeconds(10)));

    private static void Check(ContaboOptions options)
    {
        var result = new ContaboOptionsValidator().Validate(null, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(nameof(ContaboOptions), typeof(ContaboOptions), result.Failures);
        }
    }
}
