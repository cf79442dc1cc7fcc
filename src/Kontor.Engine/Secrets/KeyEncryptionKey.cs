using System.Security.Cryptography;
using System.Text;

namespace Kontor.Engine.Secrets;

/// <summary>The key that wraps all data keys. It stands outside the data, so that a copy of the data alone opens nothing.</summary>
public sealed class KeyEncryptionKey
{
    /// <summary>Its length in bytes.</summary>
    public const int Length = Envelope.KeyLength;

    private const int IdBytes = 8;
    private readonly byte[] _bytes;

    /// <exception cref="ArgumentOutOfRangeException">The key has another length than 32 bytes.</exception>
    public KeyEncryptionKey(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        _bytes = bytes.ToArray();
        Id = $"kek-{Convert.ToHexStringLower(HMACSHA256.HashData(_bytes, "kontor key id"u8).AsSpan(0, IdBytes))}";
    }

    /// <summary>Gets its id, which follows from the key and tells nothing about it.</summary>
    public string Id { get; }

    public override string ToString() => Id;

    /// <summary>A key of its own for a purpose, such as a backup: the same each time for the same salt.</summary>
    internal byte[] Derive(string purpose, ReadOnlySpan<byte> salt)
    {
        var derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, derived, salt, Encoding.UTF8.GetBytes(purpose));
        return derived;
    }

    /// <summary>Wraps a data key for its place.</summary>
    internal byte[] Wrap(ReadOnlySpan<byte> dataKey, string owner, int number, ReadOnlySpan<byte> nonce) =>
        Envelope.Seal(_bytes, number, nonce, dataKey, Place(owner));

    /// <summary>Unwraps a data key.</summary>
    /// <exception cref="SecretUnreadableException">It was wrapped with another key, for another owner, or was changed.</exception>
    internal byte[] Unwrap(ReadOnlySpan<byte> wrapped, string owner) => Envelope.Open(_bytes, wrapped, Place(owner));

    private byte[] Place(string owner) => Envelope.Bind("data_key", owner, Id);
}
