namespace Kontor.Contabo.Tests.Support;

/// <summary>A body whose connection dies after the first bytes.</summary>
internal sealed class BrokenStream : ReadOnlyStream
{
    private bool _started;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_started)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded);
        }

        _started = true;
        "{"u8.CopyTo(buffer.Span);
        return ValueTask.FromResult(1);
    }
}
