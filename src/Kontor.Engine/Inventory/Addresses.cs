using System.Net;
using System.Net.Sockets;
using Kontor.Contabo.Instances;
using IpAddress = Kontor.Contabo.Instances.IpAddress;

namespace Kontor.Engine.Inventory;

/// <summary>The addresses of a machine as one text: each in its one canonical form, in order, with blanks between.</summary>
public static class Addresses
{
    /// <summary>The IPv4 addresses, those bought besides too; null when the provider said nothing about them.</summary>
    public static string? V4Of(Instance seen) => seen.IpConfig?.V4 is { } first
        ? Join(first.Concat(seen.AdditionalIps?.SelectMany(more => more.V4 ?? []) ?? []), AddressFamily.InterNetwork)
        : null;

    /// <summary>The IPv6 addresses; null when the provider said nothing about them.</summary>
    public static string? V6Of(Instance seen) => seen.IpConfig?.V6 is { } all ? Join(all, AddressFamily.InterNetworkV6) : null;

    public static string[] Split(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An address in the form in which all are kept; null when it is none. A number alone is none here.</summary>
    public static string? Canonical(string? text) =>
        text is not null && (text.Contains(':', StringComparison.Ordinal) || text.Count(letter => letter == '.') == 3) && IPAddress.TryParse(text, out var address)
            && address.ScopeId() == 0
            ? address.ToString()
            : null;

    private static string Join(IEnumerable<IpAddress> addresses, AddressFamily family) => string.Join(' ', addresses
        .Select(address => Canonical(address.Ip))
        .Where(text => text is not null && IPAddress.Parse(text).AddressFamily == family)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    private static long ScopeId(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
