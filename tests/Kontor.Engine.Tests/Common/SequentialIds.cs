using System.Globalization;
using System.Security.Cryptography;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

/// <summary>Ids that count, so that a test can name the one it expects; bytes that repeat from run to run. Threads may share it.</summary>
internal sealed class SequentialIds : IIdSource
{
    private long _made;

    /// <summary>The id that the n-th call returns; 26 characters that sort by n, as a ULID's do.</summary>
    public static string Id(long n) => n.ToString("D26", CultureInfo.InvariantCulture);

    public string NewId() => Id(Interlocked.Increment(ref _made));

    public Guid NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return SystemIdSource.ToVersion4(bytes);
    }

    public void Fill(Span<byte> bytes)
    {
        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        while (!bytes.IsEmpty)
        {
            SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref _made)), block);
            var length = Math.Min(bytes.Length, block.Length);
            block[..length].CopyTo(bytes);
            bytes = bytes[length..];
        }
    }
}
