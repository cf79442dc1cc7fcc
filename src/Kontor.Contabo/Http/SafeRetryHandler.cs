using Polly;

namespace Kontor.Contabo.Http;

/// <summary>Repeats reads. A write may have arrived although its reply was lost, and a second order costs money: it passes by.</summary>
internal sealed class SafeRetryHandler(ResiliencePipeline<HttpResponseMessage> retry) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        CallFacts.Of(request).IsRead ? RepeatAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> RepeatAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var facts = CallFacts.Of(request);
        var sent = 0;
        return await retry.ExecuteAsync(
            async token =>
            {
                facts.Attempt += sent++ == 0 ? 0 : 1;
                return await base.SendAsync(request, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
