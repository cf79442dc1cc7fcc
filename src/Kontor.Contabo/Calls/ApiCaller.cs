using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Kontor.Contabo.Http;

namespace Kontor.Contabo.Calls;

/// <summary>Turns a call into a request, sends it through the pipeline, and gives the success answer or throws.</summary>
internal sealed class ApiCaller(HttpMessageInvoker pipeline, ContaboOptions options, CallFactsSource facts)
{
    public int PageSize { get; } = options.PageSize;

    private readonly Uri _apiUrl = options.ApiUrl;

    public async Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var known = facts.For(call);
        using var request = ToRequest(call, known);
        try
        {
            using var response = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new ApiReply(known, (int)response.StatusCode, (BufferedContent)response.Content);
        }
        catch (OperationCanceledException exception) when (!call.IsRead)
        {
            // The timeout handler answers for everything after the first byte, so this write was still waiting for its turn.
            throw new ContaboApiException(
                known.Failure(ContaboErrorReason.Cancelled, WriteOutcome.DefinitelyNotDone) with { NotSent = true }, exception);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The content is owned by the request.")]
    private HttpRequestMessage ToRequest(ApiCall call, CallFacts known)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(_apiUrl, call.Path + call.Query))
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Options.Set(CallFacts.Key, known);
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }
}
