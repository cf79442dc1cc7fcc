using System.Runtime.ExceptionServices;
using Polly;

namespace Kontor.Contabo.Http;

/// <summary>Repeats reads. A write may have arrived although its reply was lost, and a second order costs money: it passes by.</summary>
internal sealed class SafeRetryHandler(ResiliencePipeline<HttpResponseMessage> retry) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        CallFacts.Of(request).IsRead ? ReadAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ContaboApiException failure) when (Classification.IsTransient(failure.Failure))
        {
            return await RepeatAsync(request, ExceptionDispatchInfo.Capture(failure), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The pipeline is told of the first attempt once that has failed: most reads succeed, and pay nothing for it.</summary>
    private async Task<HttpResponseMessage> RepeatAsync(HttpRequestMessage request, ExceptionDispatchInfo first, CancellationToken cancellationToken)
    {
        var facts = CallFacts.Of(request);
        var firstIsTold = false;
        return await retry.ExecuteAsync(
            async token =>
            {
                if (!firstIsTold)
                {
                    firstIsTold = true;
                    first.Throw();
                }

                facts.Attempt++;
                return await base.SendAsync(request, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
