using System.Security.Cryptography;
using System.Text;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Secrets;

/// <summary>Seals secrets for the place they are kept in, with the data key of their owner, and opens them there.</summary>
public sealed class SecretBox(IKeySource keys, IIdSource ids)
{
    private readonly DataKeyStore _dataKeys = new(keys, ids);

    /// <summary>Seals a secret.</summary>
    /// <param name="unit">The transaction that keeps the result; an owner's first secret makes its data key there.</param>
    /// <param name="place">Where the result is kept.</param>
    /// <param name="secret">The secret.</param>
    public async Task<byte[]> SealAsync(UnitOfWork unit, SecretPlace place, SecretText secret)
    {
        using var key = await _dataKeys.CurrentAsync(unit, place.Owner);
        return Seal(key, place, secret);
    }

    /// <summary>Opens what was sealed for this place.</summary>
    /// <exception cref="SecretUnreadableException">It was changed, or was sealed for another place or with another key.</exception>
    public async Task<SecretText> OpenAsync(UnitOfWork unit, SecretPlace place, byte[] envelope)
    {
        using var key = await _dataKeys.GetAsync(unit, place.Owner, Envelope.NumberOf(envelope));
        var plain = Envelope.Open(key.Bytes, envelope, BoundTo(place));
        var secret = new SecretText(Encoding.UTF8.GetString(plain));
        CryptographicOperations.ZeroMemory(plain);
        return secret;
    }

    /// <summary>256 bits that nobody without the owner's data key can tell, the same each time for the same texts.</summary>
    internal async Task<byte[]> DeriveAsync(UnitOfWork unit, string owner, string purpose, params string[] texts)
    {
        using var key = await _dataKeys.CurrentAsync(unit, owner);
        return Derive(key, purpose, texts);
    }

    private byte[] Seal(DataKey key, SecretPlace place, SecretText secret)
    {
        Span<byte> nonce = stackalloc byte[Envelope.NonceLength];
        ids.Fill(nonce);
        var plain = Encoding.UTF8.GetBytes(secret.Reveal());
        var envelope = Envelope.Seal(key.Bytes, key.Number, nonce, plain, BoundTo(place));
        CryptographicOperations.ZeroMemory(plain);
        return envelope;
    }

    private static byte[] Derive(DataKey key, string purpose, string[] texts)
    {
        // A key of its own for each purpose: what is derived must not have to do with what is sealed.
        Span<byte> purposeKey = stackalloc byte[Envelope.KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, purposeKey, salt: [], info: Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(purposeKey, Envelope.Bind(texts));
    }

    private static byte[] BoundTo(SecretPlace place) => Envelope.Bind(place.Owner, place.Table, place.Row, place.Column);
}
