using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kontor.Engine.Secrets;

/// <summary>
/// The form of everything sealed, version 1: version (1 byte), number of the key (4, big-endian), nonce (12), tag (16),
/// AES-256-GCM ciphertext. Version and number are authenticated together with what the value is bound to.
/// </summary>
internal static class Envelope
{
    public const int KeyLength = 32;
    public const int NonceLength = 12;
    private const byte Version = 1;
    private const int HeaderLength = 1 + sizeof(uint);
    private const int TagLength = 16;
    private const int Overhead = HeaderLength + NonceLength + TagLength;

    /// <summary>Seals a value.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="number">Which of its owner's keys that is.</param>
    /// <param name="nonce">12 bytes that this key never saw.</param>
    /// <param name="plain">The value.</param>
    /// <param name="boundTo">What it is bound to, as <see cref="Bind"/> has it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, int number, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> boundTo)
    {
        var envelope = new byte[Overhead + plain.Length];
        envelope[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(envelope.AsSpan(1), number);
        nonce.CopyTo(envelope.AsSpan(HeaderLength));
        using var aes = new AesGcm(key, TagLength);
        var tag = envelope.AsSpan(HeaderLength + NonceLength, TagLength);
        aes.Encrypt(nonce, plain, envelope.AsSpan(Overhead), tag, [.. envelope.AsSpan(0, HeaderLength), .. boundTo]);
        return envelope;
    }

    /// <summary>The number of the key with which something was sealed.</summary>
    /// <exception cref="SecretUnreadableException">It has not the form of something sealed.</exception>
    public static int NumberOf(ReadOnlySpan<byte> envelope) => envelope.Length >= Overhead && envelope[0] == Version
        ? BinaryPrimitives.ReadInt32BigEndian(envelope[1..])
        : throw new SecretUnreadableException("A sealed value has not the form of one, or was sealed by a newer Kontor.");

    /// <summary>Opens what was sealed; the caller wipes the value after use.</summary>
    /// <exception cref="SecretUnreadableException">It was changed, or was sealed with another key or for another place.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> boundTo)
    {
        _ = NumberOf(envelope);
        var plain = new byte[envelope.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                envelope.Slice(HeaderLength, NonceLength),
                envelope[Overhead..],
                envelope.Slice(HeaderLength + NonceLength, TagLength),
                plain,
                [.. envelope[..HeaderLength], .. boundTo]);
            return plain;
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SecretUnreadableException("A sealed value was changed, or was sealed for another place or with another key.", changed);
        }
    }

    /// <summary>Texts as one run of bytes, each with its length in front, so that no two lists of texts are the same run.</summary>
    public static byte[] Bind(params string[] parts)
    {
        var bytes = new List<byte>();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(part));
            bytes.AddRange(length);
            bytes.AddRange(Encoding.UTF8.GetBytes(part));
        }

        return [.. bytes];
    }
}
