using System.Net;

namespace Kontor.Contabo.Http;

/// <summary>How sockets are used: nothing that repeats a request, remembers a session or sends more than was asked for.</summary>
internal static class SocketPolicy
{
    public static SocketsHttpHandler Create(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
    };
}
