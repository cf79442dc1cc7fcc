using System.Security.Cryptography;
using System.Text;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tenancy;

/// <summary>The key as its owner holds it: <c>kontor_&lt;id&gt;_&lt;secret&gt;</c>, the secret being 256 random bits.</summary>
internal readonly record struct ApiKeyToken(string Id, string Secret)
{
    private const string Prefix = "kontor";
    private const int SecretBytes = 32;
    private const int LongestId = 26;

    public static ApiKeyToken New(IIdSource ids)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        ids.Fill(secret);
        return new(ids.NewId(), Convert.ToHexStringLower(secret));
    }

    public static bool TryParse(string? text, out ApiKeyToken token)
    {
        var parts = text is { Length: <= 200 } ? text.Split('_') : [];
        var valid = parts is [Prefix, { Length: > 0 and <= LongestId }, { Length: SecretBytes * 2 }];
        token = valid ? new(parts[1], parts[2]) : default;
        return valid;
    }

    /// <summary>What is stored. The secret is random through and through, so one plain hash of it cannot be guessed backwards.</summary>
    public string SecretHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>The whole key, for its owner's eyes only.</summary>
    public string Reveal() => $"{Prefix}_{Id}_{Secret}";

    public override string ToString() => $"{Prefix}_{Id}_...";
}
