namespace Kontor.Contabo.Http;

/// <summary>
/// Tells whether the socket handler began to send a write. A connect that times out, or a call cancelled while it still
/// waits for its connection, comes as the same exception as a reply that never came, and only the first is harmless. The
/// body is asked for once the connection stands and the head is written, so a body not asked for means that no request
/// anybody could act upon was sent.
/// </summary>
/// <remarks>Holds for the socket handler alone: a handler that answers without reading the body would be misjudged.</remarks>
internal sealed class NotSentHandler(SocketsHttpHandler sockets) : DelegatingHandler(sockets)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is { } content ? WatchAsync(request, content, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> WatchAsync(HttpRequestMessage request, HttpContent content, CancellationToken cancellationToken)
    {
        var watched = new WatchedContent(content);
        request.Content = watched;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!watched.WasAskedFor)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection was made in time.", exception);
        }
    }
}
