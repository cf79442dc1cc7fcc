namespace Kontor.Contabo.Http;

/// <summary>Ends an attempt that takes too long, connect to last byte, and says what that means for a write.</summary>
internal sealed class TimeoutHandler(TimeSpan readTimeout, TimeSpan orderTimeout, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var facts = CallFacts.Of(request);
        using var timeout = new CancellationTokenSource(facts.IsRead ? readTimeout : orderTimeout, clock);
        using var callers = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            return await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw Explain(facts, exception, cancellationToken);
        }
    }

    // From here on the request may have left, and a write that nobody waits for any more may still be carried out.
    private static Exception Explain(CallFacts facts, OperationCanceledException exception, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            return new ContaboApiException(facts.Failure(ContaboErrorReason.Timeout, WriteOutcome.Unknown), exception);
        }

        return facts.IsRead
            ? new OperationCanceledException(exception.Message, exception, cancellationToken)
            : new ContaboApiException(facts.Failure(ContaboErrorReason.Cancelled, WriteOutcome.Unknown), exception);
    }
}
