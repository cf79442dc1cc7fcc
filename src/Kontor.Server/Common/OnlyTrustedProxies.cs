using System.Net;

namespace Kontor.Server.Common;

/// <summary>Where a proxy encrypts for Kontor, whoever comes past it comes unencrypted and is turned away.</summary>
internal sealed class OnlyTrustedProxies(RequestDelegate next, IList<string> proxies)
{
    private readonly HashSet<IPAddress> _proxies = [.. proxies.Select(IPAddress.Parse)];

    public Task InvokeAsync(HttpContext context) => context.Request.IsHttps || IsTrusted(context.Connection.RemoteIpAddress)
        ? next(context)
        : HttpProblems.ProxyUntrusted().ToHttp().ExecuteAsync(context);

    private bool IsTrusted(IPAddress? caller) =>
        caller is not null && (IPAddress.IsLoopback(caller) || _proxies.Contains(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller));
}
