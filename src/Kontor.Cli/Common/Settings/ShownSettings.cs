namespace Kontor.Cli.Common.Settings;

/// <summary>The settings as <c>config show</c> shows them: never the key itself.</summary>
/// <param name="Url">The address of Kontor.</param>
/// <param name="UrlFrom">Where it was found.</param>
/// <param name="ApiKey">Whether there is a key: <c>set</c> or null.</param>
/// <param name="ApiKeyFrom">Where it was found.</param>
/// <param name="File">Where the file with the settings is, or would be.</param>
internal sealed record ShownSettings(string Url, string UrlFrom, string? ApiKey, string? ApiKeyFrom, string? File);
