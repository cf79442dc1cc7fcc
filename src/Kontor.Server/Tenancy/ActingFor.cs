using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;

namespace Kontor.Server.Tenancy;

/// <summary>For which of its clients a source asks, by the headers of its request; it answers for what they say.</summary>
/// <param name="Client">The client there.</param>
/// <param name="User">The client's user there; null when the source does not tell.</param>
/// <param name="Permissions">The rights of that user, by name; null for all that a client can have.</param>
/// <param name="Admin">The administrator who acts as the client; null when nobody does.</param>
internal sealed record ActingFor(string Client, string? User, string? Permissions, string? Admin)
{
    public const string ClientHeader = "Kontor-Client";
    public const string UserHeader = "Kontor-User";
    public const string PermissionsHeader = "Kontor-Permissions";
    public const string MasqueradeHeader = "Kontor-Masquerade";
    public const int MaxLength = 64;

    private const string Prefix = "Kontor-";
    private static readonly string[] Known = [ClientHeader, UserHeader, PermissionsHeader, MasqueradeHeader];

    /// <summary>Reads the headers.</summary>
    /// <returns>Null when the key asks for itself; a problem when they cannot be what was meant: a misspelt one would give more rights, not fewer.</returns>
    public static Result<ActingFor?> Read(IHeaderDictionary headers, ApiKey key)
    {
        var sent = headers.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (sent.Count == 0)
        {
            return (ActingFor?)null;
        }

        return Fault(headers, key, sent) is { } problem
            ? problem
            : new ActingFor(headers[ClientHeader]!, headers[UserHeader], PermissionsIn(headers), headers[MasqueradeHeader]);
    }

    private static Problem? Fault(IHeaderDictionary headers, ApiKey key, List<string> sent) =>
        sent.Find(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown ? HttpProblems.HeaderUnknown(unknown, Known)
        : key.Source is null ? HttpProblems.HeaderWrong(sent[0], "left out: a staff key has no clients")
        : !headers.ContainsKey(ClientHeader) ? HttpProblems.HeaderWrong(ClientHeader, $"there as well: {sent[0]} says something about a client")
        : new[] { ClientHeader, UserHeader, MasqueradeHeader }.FirstOrDefault(name => headers.ContainsKey(name) && !IsId(headers[name])) is { } wrong
            ? HttpProblems.HeaderWrong(wrong, $"1 to {MaxLength} visible ASCII characters, sent once")
        : PermissionsIn(headers) is { } list && (headers[PermissionsHeader].Count > 1 || Split(list).Any(name => !Rights.OfCustomers.Contains(name)))
            ? HttpProblems.HeaderWrong(PermissionsHeader, $"sent once, with some of {string.Join(", ", Rights.OfCustomers)}, and a comma between each two")
        : null;

    /// <summary>The rights as they are kept: no blanks. A header that is there and empty gives none.</summary>
    private static string? PermissionsIn(IHeaderDictionary headers) =>
        headers.TryGetValue(PermissionsHeader, out var list) ? string.Join(',', Split(list.ToString())) : null;

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsId(Microsoft.Extensions.Primitives.StringValues values) =>
        values is [{ Length: > 0 and <= MaxLength } text] && text.All(letter => letter is > ' ' and <= '~');
}
