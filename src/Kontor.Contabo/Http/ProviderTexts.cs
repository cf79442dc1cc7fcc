using System.Text.Json;

namespace Kontor.Contabo.Http;

/// <summary>
/// Finds the provider's own words in an error body: <c>message</c> as text or list (application, gateway), <c>errors</c>
/// (billing system), <c>error_description</c> and <c>error</c> (token endpoint). A body of another kind has none.
/// </summary>
internal static class ProviderTexts
{
    private const int MostTexts = 20;
    private const int LongestText = 500;
    private static readonly string[][] Fields = [["message"], ["errors"], ["error_description", "error"]];

    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Texts(document.RootElement).Where(text => text.Length > 0).Take(MostTexts).Select(Shorten).ToArray();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A page of HTML, nothing at all, or a text with half a character: the status alone has to do.
            return [];
        }
    }

    private static string[] Texts(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var found = Fields.Select(fields => fields.SelectMany(field => root.TryGetProperty(field, out var value) ? TextsOf(value) : []).ToArray());
        return found.FirstOrDefault(texts => texts.Length > 0) ?? [];
    }

    private static List<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Take(MostTexts).Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!).ToList(),
        _ => [],
    };

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
