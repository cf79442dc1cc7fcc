namespace Kontor.Contabo.Http;

/// <summary>Names the call to the provider, so that its audit trail can be searched for it.</summary>
internal sealed class RequestIdHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var facts = CallFacts.Of(request);
        request.Headers.TryAddWithoutValidation("x-request-id", facts.RequestId.ToString());
        if (facts.TraceId is { } traceId)
        {
            request.Headers.TryAddWithoutValidation("x-trace-id", traceId);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
