using System.Globalization;
using System.Security.Cryptography;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Recovery;

/// <summary>How far the audit trail had come, noted outside the database and signed with a key that is not in it either.</summary>
/// <param name="Installation">Whose trail it is.</param>
/// <param name="Rows">How many rows it had.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="At">When that was.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="Signature">The signature over all of it, in hex.</param>
public sealed record SignedHead(string Installation, long Rows, string Head, DateTimeOffset At, string KeyId, string Signature)
{
    private const string Purpose = "kontor audit head";

    /// <summary>Signs a note.</summary>
    internal static SignedHead Sign(KeyEncryptionKey key, string installation, long rows, string head, DateTimeOffset at)
    {
        var unsigned = new SignedHead(installation, rows, head, at, key.Id, "");
        return unsigned with { Signature = Convert.ToHexStringLower(unsigned.Code(key)) };
    }

    /// <summary>Whether it is what was signed with the key that it names.</summary>
    internal bool IsGenuine(IKeySource keys) =>
        keys.Find(KeyId) is { } key && Signature.Length == 2 * SHA256.HashSizeInBytes && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(Signature), System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Code(key))));

    private byte[] Code(KeyEncryptionKey key) => HMACSHA256.HashData(
        key.Derive(Purpose, []),
        Envelope.Bind(
            Installation, Rows.ToString(CultureInfo.InvariantCulture), Head, At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
}
