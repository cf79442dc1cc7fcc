namespace Kontor.Engine.Recovery;

/// <summary>What is written to it is sealed in chunks; the last one is written when it is closed.</summary>
internal sealed class SealingStream(Stream file, ChunkCipher cipher) : Stream
{
    private readonly byte[] _waiting = new byte[ChunkCipher.PlainLength];
    private int _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits until something follows it: only then is it known not to be the last.
            if (_count == _waiting.Length)
            {
                file.Write(cipher.Seal(_waiting, isLast: false));
                _count = 0;
            }

            var taken = Math.Min(buffer.Length, _waiting.Length - _count);
            buffer[..taken].CopyTo(_waiting.AsSpan(_count));
            _count += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Less than a chunk is not sealed before the end.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Writes the last chunk. Without it the file cannot be opened, so whatever fails before leaves nothing that looks whole.</summary>
    public void Complete() => file.Write(cipher.Seal(_waiting.AsSpan(0, _count), isLast: true));
}
