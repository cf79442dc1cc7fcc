namespace Kontor.Contabo.Tests.Support;

/// <summary>A request as it arrived, copied before anybody can change it.</summary>
internal sealed class Sent(HttpRequestMessage request, string? body)
{
    public HttpMethod Method { get; } = request.Method;

    public Uri Url { get; } = request.RequestUri!;

    public string? Body { get; } = body;

    public string? ContentType { get; } = request.Content?.Headers.ContentType?.MediaType;

    public string? Token { get; } = request.Headers.Authorization?.Parameter;

    public string? RequestId { get; } = Header(request, "x-request-id");

    public string? TraceId { get; } = Header(request, "x-trace-id");

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
