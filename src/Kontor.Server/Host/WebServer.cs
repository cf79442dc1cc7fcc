using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kontor.Server.Host.Settings;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Kontor.Server.Host;

/// <summary>The web server itself: nothing of it is set by anything but Kontor's own settings.</summary>
internal static class WebServer
{
    /// <summary>No request of the API is larger.</summary>
    public const long LargestBody = 64 * 1024;

    public static WebApplicationBuilder CreateBuilder(KontorSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server => Configure(server, settings));
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(OneLineEach)
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            // What stops a start is said by us, in one sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // Anybody may send a wrong key as often as he likes, and would fill the log.
            .AddFilter(typeof(ApiKeyAuthentication).FullName, LogLevel.Warning)
            .AddFilter("Kontor.Contabo", LogLevel.Warning);
        return builder;
    }

    public static async Task StartAsync(WebApplication app, Uri listen, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new PortTakenException(listen, taken);
        }
    }

    private static void Configure(KestrelServerOptions server, KontorSettings settings)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        var (host, port) = (settings.Listen.Host, settings.Listen.Port);
        if (IPAddress.TryParse(host, out var address))
        {
            server.Listen(address, port, listener => Encrypt(listener, settings));
        }
        else
        {
            server.ListenLocalhost(port, listener => Encrypt(listener, settings));
        }
    }

    private static void Encrypt(ListenOptions listener, KontorSettings settings)
    {
        if (settings.Listen.Scheme == Uri.UriSchemeHttps)
        {
            listener.UseHttps(X509Certificate2.CreateFromPemFile(settings.Tls.Certificate!, settings.Tls.Key));
        }
    }

    private static void OneLineEach(SimpleConsoleFormatterOptions options)
    {
        options.SingleLine = true;
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        options.ColorBehavior = LoggerColorBehavior.Disabled;
    }
}
