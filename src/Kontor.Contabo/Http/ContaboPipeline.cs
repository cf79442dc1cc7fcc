using System.Diagnostics.CodeAnalysis;
using Kontor.Contabo.Tokens;

namespace Kontor.Contabo.Http;

/// <summary>The way of a call, outermost first.</summary>
internal static class ContaboPipeline
{
    [SuppressMessage("Reliability", "CA2000", Justification = "Handlers hold nothing of their own; the primary handler is the caller's.")]
    public static HttpMessageInvoker Build(PipelineParts parts, TokenSource tokens, RateBudget budget) => Chain(
        parts.Primary,
        new RequestIdHandler(),
        new AuthenticationHandler(tokens),
        new SafeRetryHandler(parts.Retry),
        new RateBudgetHandler(budget, parts.Options.LongestRetryDelay),
        new AttemptLogHandler(parts.Logger, parts.Clock),
        new TimeoutHandler(parts.Options.ReadTimeout, parts.Options.OrderTimeout, parts.Clock),
        new ErrorMappingHandler(parts.Clock));

    /// <summary>A token request costs nothing and changes nothing, so it goes the way of a read, without a token and a budget.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handlers hold nothing of their own; the primary handler is the caller's.")]
    public static HttpMessageInvoker BuildForTokens(PipelineParts parts) => Chain(
        parts.Primary,
        new SafeRetryHandler(parts.Retry),
        new AttemptLogHandler(parts.Logger, parts.Clock),
        new TimeoutHandler(parts.Options.ReadTimeout, parts.Options.OrderTimeout, parts.Clock),
        new ErrorMappingHandler(parts.Clock));

    private static HttpMessageInvoker Chain(HttpMessageHandler primary, params ReadOnlySpan<DelegatingHandler> outermostFirst)
    {
        var inner = primary;
        for (var i = outermostFirst.Length - 1; i >= 0; i--)
        {
            outermostFirst[i].InnerHandler = inner;
            inner = outermostFirst[i];
        }

        return new HttpMessageInvoker(inner, disposeHandler: false);
    }
}
