using System.CommandLine;

namespace Kontor.Cli.Common.Settings;

/// <summary>Which Kontor is asked, and as whom.</summary>
/// <param name="Url">Its address.</param>
/// <param name="UrlFrom">Where the address was found.</param>
/// <param name="ApiKey">The key; null when there is none.</param>
/// <param name="ApiKeyFrom">Where the key was found.</param>
internal sealed record ServerSettings(Uri Url, string UrlFrom, string? ApiKey, string? ApiKeyFrom)
{
    private const string UrlVariable = "KONTOR_URL";
    private const string KeyVariable = "KONTOR_API_KEY";

    /// <summary>Gets the key that there must be.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public string Key => ApiKey ?? throw new CliException(
        ExitCode.Unauthenticated,
        $"There is no API key: put it into {KeyVariable}, or keep it with 'kontor config set-key'; 'kontor keys create' makes one.");

    /// <summary>Finds them: options before the environment before the file.</summary>
    /// <exception cref="CliException">One of them is wrong.</exception>
    public static ServerSettings Find(ParseResult parsed, Surroundings surroundings)
    {
        var path = CliFile.PathFor(surroundings);
        // Read only if it is needed: a broken file does not stand in the way of what is given here.
        var file = new Lazy<CliFile>(() => CliFile.Read(path));
        var (url, urlFrom) = First(
            (parsed.GetValue<string?>(GlobalOptions.Url), GlobalOptions.Url),
            (NotEmpty(surroundings.Variable(UrlVariable)), UrlVariable)) ?? (file.Value.Url, $"'url' in {path}");
        var (key, keyFrom) = First(
            (KeyIn(parsed.GetValue<string?>(GlobalOptions.ApiKeyFile)), GlobalOptions.ApiKeyFile),
            (NotEmpty(surroundings.Variable(KeyVariable)), KeyVariable)) ?? (file.Value.ApiKey, $"'apiKey' in {path}");
        return new ServerSettings(
            ServerAddress.Parse(url ?? ServerAddress.Default, urlFrom),
            url is null ? "default" : urlFrom,
            key is null ? null : CheckedKey(key, keyFrom),
            key is null ? null : keyFrom);
    }

    /// <summary>A key as it may be sent.</summary>
    public static string CheckedKey(string key, string from) =>
        key.Length > 0 && key.All(letter => letter is > ' ' and <= '~')
            ? key
            : throw new CliException(ExitCode.Usage, $"The API key from {from} must be visible ASCII characters only, on one line: 'kontor keys create' prints such a key.");

    private static (string? Value, string From)? First(params (string? Value, string From)[] places)
    {
        var found = Array.Find(places, place => place.Value is not null);
        return found.Value is null ? null : found;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? KeyIn(string? path)
    {
        try
        {
            return path is null ? null : File.ReadAllText(path).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{GlobalOptions.ApiKeyFile} names {path}, which cannot be read: {unreadable.Message}");
        }
    }
}
