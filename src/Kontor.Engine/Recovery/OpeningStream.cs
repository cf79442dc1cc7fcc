namespace Kontor.Engine.Recovery;

/// <summary>Reads what <see cref="SealingStream"/> wrote.</summary>
/// <exception cref="System.Security.Cryptography.CryptographicException">While reading: a chunk is not what was sealed, or not in its place.</exception>
internal sealed class OpeningStream(Stream file, ChunkCipher cipher) : Stream
{
    private readonly byte[] _chunk = new byte[ChunkCipher.SealedLength];
    private ReadOnlyMemory<byte> _plain;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_plain.IsEmpty && !_ended)
        {
            var length = file.ReadAtLeast(_chunk, _chunk.Length, throwOnEndOfStream: false);
            _ended = length < _chunk.Length || file.Position == file.Length;
            _plain = cipher.Open(_chunk.AsSpan(0, length), _ended);
        }

        var taken = Math.Min(buffer.Length, _plain.Length);
        _plain.Span[..taken].CopyTo(buffer);
        _plain = _plain[taken..];
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
