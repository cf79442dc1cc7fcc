using Polly;
using Polly.Retry;

namespace Kontor.Contabo.Http;

/// <summary>How a read is repeated: a few times, ever later, with jitter, and not before the provider allows it.</summary>
internal static class SafeRetry
{
    public static ResiliencePipeline<HttpResponseMessage> Create(ContaboOptions options, TimeProvider clock, Func<double> jitter)
    {
        if (options.ReadRetries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        return builder.AddRetry(Strategy(options, jitter)).Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Strategy(ContaboOptions options, Func<double> jitter) => new()
    {
        MaxRetryAttempts = options.ReadRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Randomizer = jitter,
        Delay = options.RetryDelay,
        MaxDelay = options.LongestRetryDelay,
        ShouldHandle = static attempt => ValueTask.FromResult(FailureOf(attempt.Outcome) is { } failure && Classification.IsTransient(failure)),
        DelayGenerator = attempt => ValueTask.FromResult(Wish(FailureOf(attempt.Outcome), options.LongestRetryDelay)),
    };

    private static ContaboFailure? FailureOf(Outcome<HttpResponseMessage> outcome) => (outcome.Exception as ContaboApiException)?.Failure;

    // Null leaves the delay to the back-off.
    private static TimeSpan? Wish(ContaboFailure? failure, TimeSpan longest) =>
        failure?.RetryAfter is { } wish ? (wish < longest ? wish : longest) : null;
}
