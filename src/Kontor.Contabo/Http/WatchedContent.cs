using System.Net;

namespace Kontor.Contabo.Http;

/// <summary>A body that remembers whether anybody began to send it.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _inner;
    private volatile bool _wasAskedFor;

    public WatchedContent(HttpContent inner)
    {
        _inner = inner;
        foreach (var (name, values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool WasAskedFor => _wasAskedFor;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasAskedFor = true;
        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
