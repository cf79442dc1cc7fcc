using System.Buffers;
using System.Net;

namespace Kontor.Contabo.Http;

/// <summary>A body that has wholly arrived.</summary>
internal sealed class BufferedContent(byte[] buffer, int bytes, bool isRented) : HttpContent
{
    private byte[]? _buffer = buffer;

    /// <summary>Gets the body, until it is given back.</summary>
    public ReadOnlyMemory<byte> Body => (_buffer ?? throw new InvalidOperationException("The body was read and given back.")).AsMemory(0, bytes);

    /// <summary>Gives a large body's memory to the next one; nothing may look at this one any more.</summary>
    public void GiveBack()
    {
        if (isRented && Interlocked.Exchange(ref _buffer, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Body).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
