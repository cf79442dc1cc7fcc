using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Kontor.Server.Common;

/// <summary>The place in a list, as it is handed out: the last id shown, in base64url. Callers must not rely on that.</summary>
internal static class PageCursor
{
    private const int IdLength = 26;
    private static readonly SearchValues<byte> Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    public static string Of(string lastId) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(lastId));

    /// <summary>The id in a cursor; null when it is none of ours.</summary>
    public static string? Read(string cursor)
    {
        Span<byte> id = stackalloc byte[IdLength];
        return cursor.All(char.IsAscii)
            && Base64Url.IsValid(cursor, out var length) && length == IdLength
            && Base64Url.TryDecodeFromChars(cursor, id, out _) && IsId(id)
            ? Encoding.ASCII.GetString(id)
            : null;
    }

    private static bool IsId(ReadOnlySpan<byte> id) => !id.ContainsAnyExcept(Letters);
}
