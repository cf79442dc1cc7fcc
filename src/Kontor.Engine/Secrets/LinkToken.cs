using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kontor.Engine.Secrets;

/// <summary>The last part of a one-time link: 256 bits in base64url. Only its hash is kept.</summary>
internal static class LinkToken
{
    private const int TokenBytes = 32;
    private const int Letters = 43;

    public static string Of(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The path at which the secret is shown.</summary>
    public static string PathOf(string token) => $"/reveal/{token}";

    /// <summary>The hash under which a token is kept; null when the text is no token.</summary>
    public static string? HashOf(string? text) =>
        text is { Length: Letters } && text.All(char.IsAscii) && Base64Url.IsValid(text, out var length) && length == TokenBytes
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)))
            : null;
}
