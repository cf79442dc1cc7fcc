using System.Security.Cryptography;

namespace Kontor.Engine.Common;

/// <summary>Ids from the clock and the system's random source.</summary>
public sealed class SystemIdSource(TimeProvider clock) : IIdSource
{
    public string NewId()
    {
        Span<byte> randomness = stackalloc byte[10];
        Fill(randomness);
        return Ulid.NewUlid(clock.GetUtcNow(), randomness).ToString();
    }

    public Guid NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return ToVersion4(bytes);
    }

    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <summary>Marks sixteen random bytes as a version 4, variant 1 UUID; Contabo checks both digits.</summary>
    public static Guid ToVersion4(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
