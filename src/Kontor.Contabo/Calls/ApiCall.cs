namespace Kontor.Contabo.Calls;

/// <summary>One call to be made. The path holds no query, and neither is logged: the operation names the call well enough.</summary>
internal sealed record ApiCall(string Operation, HttpMethod Method, string Path)
{
    public string Query { get; init; } = "";

    public RequestId? RequestId { get; init; }

    /// <summary>
    /// Gets the body of a write. Never null on a write, "{}" where the API needs none: the socket handler sends a request
    /// without content again by itself when a kept-alive connection turns out to be dead, and a write must not be sent twice.
    /// </summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public bool IsRead => Method == HttpMethod.Get || Method == HttpMethod.Head;

    public static ReadOnlyMemory<byte> EmptyBody { get; } = "{}"u8.ToArray();

    public static ApiCall Read(string operation, string path) => new(operation, HttpMethod.Get, path);

    public static ApiCall Write(string operation, HttpMethod method, string path, RequestId requestId, ReadOnlyMemory<byte>? body = null) =>
        requestId == default
            ? throw new ArgumentException("A write needs a request id chosen by its caller.", nameof(requestId))
            : new(operation, method, path) { RequestId = requestId, Body = body ?? EmptyBody };
}
