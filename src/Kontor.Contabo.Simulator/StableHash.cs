using System.Buffers.Binary;
using System.Text;

namespace Kontor.Contabo.Simulator;

/// <summary>A hash that is the same in every process and on every machine, for decisions and ids that follow from a seed.</summary>
internal static class StableHash
{
    public static ulong Of(long seed, string text)
    {
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    public static double Fraction(long seed, string text) => (Of(seed, text) >> 11) * (1.0 / (1UL << 53));

    public static Guid Uuid(long seed, string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Of(seed, text));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Of(~seed, text));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static byte[] Key(long seed, string text) =>
        Encoding.ASCII.GetBytes(Uuid(seed, text).ToString("N") + Uuid(seed, text + "'").ToString("N"));

    // The plain hash spreads badly over short, similar texts; the finaliser of splitmix64 does that.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
