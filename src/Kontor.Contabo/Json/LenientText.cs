using System.Text;
using System.Text.Json;

namespace Kontor.Contabo.Json;

/// <summary>Takes the text out of whatever scalar stands there.</summary>
internal static class LenientText
{
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }
}
