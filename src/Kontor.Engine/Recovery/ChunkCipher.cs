using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kontor.Engine.Recovery;

/// <summary>
/// Seals a stream in chunks, so that a file of any size is read in little memory and no chunk can be changed, moved, left
/// out or cut off: the nonce of each has its number and whether it is the last (the STREAM construction of Hoang,
/// Reyhanitabar, Rogaway and Vizár), and all are bound to the header.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    /// <summary>How many bytes of the stream one chunk holds; the last has fewer, perhaps none.</summary>
    public const int PlainLength = 64 * 1024;

    /// <summary>The length of a full chunk with its tag.</summary>
    public const int SealedLength = PlainLength + TagLength;

    private const int TagLength = 16;
    private const int NumberAt = 7;
    private readonly AesGcm _aes;
    private readonly byte[] _boundTo;
    private readonly byte[] _nonce = new byte[12];
    private uint _next;

    /// <param name="key">32 bytes that nothing else was sealed with: the nonces start at 0.</param>
    /// <param name="header">What the chunks are bound to.</param>
    public ChunkCipher(ReadOnlySpan<byte> key, ReadOnlySpan<byte> header) =>
        (_aes, _boundTo) = (new AesGcm(key, TagLength), SHA256.HashData(header));

    /// <summary>Seals the next chunk.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, bool isLast)
    {
        var chunk = new byte[plain.Length + TagLength];
        _aes.Encrypt(NextNonce(isLast), plain, chunk.AsSpan(0, plain.Length), chunk.AsSpan(plain.Length), _boundTo);
        return chunk;
    }

    /// <summary>Opens the next chunk.</summary>
    /// <exception cref="CryptographicException">It is not what was sealed, or not in its place.</exception>
    public byte[] Open(ReadOnlySpan<byte> chunk, bool isLast)
    {
        if (chunk.Length < TagLength)
        {
            throw new CryptographicException("A chunk is cut off.");
        }

        var plain = new byte[chunk.Length - TagLength];
        _aes.Decrypt(NextNonce(isLast), chunk[..plain.Length], chunk[plain.Length..], plain, _boundTo);
        return plain;
    }

    public void Dispose() => _aes.Dispose();

    private byte[] NextNonce(bool isLast)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_nonce.AsSpan(NumberAt), checked(_next++));
        _nonce[^1] = isLast ? (byte)1 : (byte)0;
        return _nonce;
    }
}
