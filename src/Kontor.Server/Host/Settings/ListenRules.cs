using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kontor.Server.Host.Settings;

/// <summary>Where Kontor may answer: on loopback, else only encrypted, by itself or by a proxy it trusts.</summary>
internal static class ListenRules
{
    public static IEnumerable<string> Faults(KontorSettings settings) =>
    [
        .. AddressFaults(settings.Listen),
        .. CertificateFaults(settings),
        .. settings.TrustedProxies
            .Where(proxy => !IPAddress.TryParse(proxy, out _))
            .Select(proxy => $"TrustedProxies has '{proxy}': it must be a network address, for example 10.0.0.2."),
    ];

    /// <summary>Whether the host of an address is one to bind to.</summary>
    public static bool IsHost(Uri listen) => listen.Host == "localhost" || IPAddress.TryParse(listen.Host, out _);

    private static IEnumerable<string> AddressFaults(Uri listen)
    {
        if (listen.Scheme != Uri.UriSchemeHttp && listen.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"Listen is {listen}: it must be an http or https address, for example http://127.0.0.1:5580.";
        }
        else if (!IsHost(listen))
        {
            yield return $"Listen is {listen}: its host must be localhost or a network address of this machine, for example 127.0.0.1 or 0.0.0.0.";
        }
        else if (listen.PathAndQuery != "/" || listen.UserInfo.Length > 0)
        {
            yield return $"Listen is {listen}: it must have nothing but a scheme, a host and a port.";
        }
    }

    private static IEnumerable<string> CertificateFaults(KontorSettings settings)
    {
        var (listen, tls) = (settings.Listen, settings.Tls);
        if (tls.Certificate is null != tls.Key is null)
        {
            yield return "Tls:Certificate and Tls:Key belong together: set both, or neither.";
        }
        else if (listen.Scheme == Uri.UriSchemeHttps && tls.Certificate is null)
        {
            yield return $"Listen is {listen} and there is no certificate: set Tls:Certificate and Tls:Key to PEM files, or use http on loopback.";
        }
        else if (listen.Scheme == Uri.UriSchemeHttp && !SettingsRules.IsLoopback(listen.Host) && settings.TrustedProxies.Count == 0)
        {
            yield return $"Listen is {listen}, where API keys would travel unencrypted: set Tls:Certificate and Tls:Key and use https, "
                + "name the proxy that encrypts in TrustedProxies, or listen on 127.0.0.1.";
        }
        else if (tls.Certificate is not null && Unloadable(tls) is { } reason)
        {
            yield return $"Tls:Certificate and Tls:Key cannot be used together: {reason}";
        }
    }

    private static string? Unloadable(TlsSettings tls)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(tls.Certificate!, tls.Key);
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return unreadable.Message;
        }
    }
}
