namespace Kontor.Cli.Common.Settings;

/// <summary>An address at which Kontor can be asked.</summary>
internal static class ServerAddress
{
    public const string Default = "http://127.0.0.1:5580";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address as it was written.</param>
    /// <param name="from">Where it was written, for the sentence.</param>
    /// <exception cref="CliException">It is none, or the key would travel readable.</exception>
    public static Uri Parse(string text, string from)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw Wrong($"{from} must be an address such as https://kontor.example.com, not '{text}'.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw Wrong($"{from} must be scheme, host and path alone: leave out user, '?' and '#'.");
        }

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            ? throw Wrong($"{from} would send the API key unencrypted to {address.Host}: use https.")
            : address;
    }

    /// <summary>The address as the base of requests.</summary>
    public static Uri AsBase(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");

    private static CliException Wrong(string sentence) => new(ExitCode.Usage, sentence);
}
