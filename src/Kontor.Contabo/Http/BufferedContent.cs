using System.Net;

namespace Kontor.Contabo.Http;

/// <summary>A body that has wholly arrived.</summary>
internal sealed class BufferedContent(ReadOnlyMemory<byte> body) : HttpContent
{
    public ReadOnlyMemory<byte> Body => body;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
