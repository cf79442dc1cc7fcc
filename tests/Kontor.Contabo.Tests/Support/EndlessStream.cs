namespace Kontor.Contabo.Tests.Support;

/// <summary>A body without an end that counts what was taken from it.</summary>
internal sealed class EndlessStream : ReadOnlyStream
{
    public long BytesRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)'x');
        BytesRead += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }
}
