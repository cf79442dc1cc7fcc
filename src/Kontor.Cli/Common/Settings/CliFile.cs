using System.Text.Json;

namespace Kontor.Cli.Common.Settings;

/// <summary>What <c>cli.json</c> says.</summary>
/// <param name="Url">The address of Kontor; null when it says nothing about it.</param>
/// <param name="ApiKey">The key; null when it says nothing about it.</param>
internal sealed record CliFile(string? Url, string? ApiKey)
{
    private const string UrlName = "url";
    private const string KeyName = "apiKey";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Where it is: <c>~/.config/kontor/cli.json</c>; null for somebody without a home.</summary>
    public static string? PathFor(Surroundings surroundings) =>
        surroundings.Variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".config", "kontor", "cli.json") : null;

    /// <summary>Reads it; nothing is said by a file that is not there.</summary>
    /// <exception cref="CliException">Others can read it, or it is malformed.</exception>
    public static CliFile Read(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return new CliFile(null, null);
        }

        // The mode is looked at before the content: a key that others have read is to be replaced.
        var mode = File.GetUnixFileMode(path);
        if ((mode & Others) != 0)
        {
            throw Wrong($"{path} holds a key and is open to others (mode {Convert.ToString((int)mode, 8)}): run 'chmod 600 {path}'.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Of(document.RootElement, path);
        }
        catch (JsonException malformed)
        {
            throw Wrong($"{path} is not JSON, or has a key twice (line {malformed.LineNumber + 1 ?? 1}): correct it, or write it with 'kontor config'.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"{path} cannot be read ({unreadable.Message}): correct its owner and mode.");
        }
    }

    /// <summary>Writes it anew, for its owner alone: all of it or nothing.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnersFolder);
        var next = $"{path}.new";
        File.Delete(next);
        using (var file = new FileStream(next, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteIfSet(json, UrlName, Url);
            WriteIfSet(json, KeyName, ApiKey);
            json.WriteEndObject();
        }

        File.Move(next, path, overwrite: true);
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static CliFile Of(JsonElement content, string path)
    {
        if (content.ValueKind != JsonValueKind.Object)
        {
            throw Wrong($"{path} must be a JSON object with '{UrlName}' and '{KeyName}': correct it, or write it with 'kontor config'.");
        }

        foreach (var property in content.EnumerateObject())
        {
            if (property.Name is not (UrlName or KeyName))
            {
                throw Wrong($"{path} has a key '{property.Name}' that does not exist; there are '{UrlName}' and '{KeyName}': remove or rename it.");
            }

            if (property.Value.ValueKind != JsonValueKind.String)
            {
                throw Wrong($"'{property.Name}' in {path} must be a text: put it into quotes.");
            }
        }

        return new CliFile(TextOf(content, UrlName), TextOf(content, KeyName));
    }

    private static string? TextOf(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static CliException Wrong(string sentence) => new(ExitCode.Usage, sentence);
}
