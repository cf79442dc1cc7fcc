using System.Net;
using System.Net.Http.Headers;

namespace Kontor.Contabo.Simulator.Doors;

/// <summary>
/// The cloud as the innermost handler of an HttpClient: no sockets, no threads of its own. It waits at the boundary and,
/// when an answer never comes, for the caller's token, and nowhere else.
/// </summary>
public sealed class InMemoryDoor(SimulatedCloud cloud, ICloudBoundary? boundary = null) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wire = await ReadAsync(request, cancellationToken);
        await SendOffAsync(request, wire, cancellationToken);
        var reply = cloud.Handle(wire);
        if (boundary is not null)
        {
            await boundary.ReachedAsync(CloudBoundary.Received, request, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return reply.Delivery switch
        {
            CloudDelivery.Answer => Message(request, reply.Response!),
            CloudDelivery.Reset => throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The simulated cloud dropped the connection."),
            _ => await NeverAsync(cancellationToken),
        };
    }

    private async Task SendOffAsync(HttpRequestMessage request, CloudRequest wire, CancellationToken cancellationToken)
    {
        if (boundary is null)
        {
            return;
        }

        try
        {
            await boundary.ReachedAsync(CloudBoundary.Sent, request, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch
        {
            // Given up or killed: what is on the wire does not know that.
            cloud.Abandon(wire);
            throw;
        }
    }

    private static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        // Completed by the thread that cancels, so that a single-threaded run stays single-threaded.
        var gaveUp = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => gaveUp.TrySetCanceled(cancellationToken));
        return await gaveUp.Task;
    }

    private static async Task<CloudRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new CloudRequest(request.Method.Method, uri.AbsolutePath, uri.Query, headers, body);
    }

    private static HttpResponseMessage Message(HttpRequestMessage request, CloudResponse response)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(response.Body.ToArray()),
        };
        if (!response.Body.IsEmpty)
        {
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(response.ContentType);
        }

        foreach (var (name, value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
