using System.Globalization;
using System.Text.Json;

namespace Kontor.Server.Host.Settings;

/// <summary>Reads kontor.json: JSON, comments and trailing commas allowed, no key twice.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file into the settings, or says in one sentence why it cannot be read.</summary>
    public static string? Read(string path, SettingNode into)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return $"{path} must hold one JSON object, {{ ... }}.";
            }

            Take(document.RootElement, [], into);
            return null;
        }
        catch (JsonException malformed)
        {
            return $"{path}{Place(malformed)} is not JSON: {Reason(malformed)}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {unreadable.Message}";
        }
    }

    private static void Take(JsonElement element, string[] path, SettingNode into)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                into.Open(path);
                foreach (var child in element.EnumerateObject())
                {
                    Take(child.Value, [.. path, .. child.Name.Split(SettingNode.Separator)], into);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, child) in element.EnumerateArray().Index())
                {
                    Take(child, [.. path, index.ToString(CultureInfo.InvariantCulture)], into);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                into.Set(path, element.ToString());
                break;
        }
    }

    private static string Place(JsonException malformed) => malformed.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $", line {line + 1}, column {malformed.BytePositionInLine + 1}")
        : "";

    private static string Reason(JsonException malformed) => malformed.Message.Split(" LineNumber:")[0];
}
