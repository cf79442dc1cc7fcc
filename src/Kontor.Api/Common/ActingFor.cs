using System.Net.Http.Headers;

namespace Kontor.Api.Common;

/// <summary>A client of a shop, for whom the shop asks: nothing but that client's is seen or touched.</summary>
public sealed record ActingFor
{
    /// <summary>Gets the client, by its id in the shop: 1 to 64 visible ASCII characters.</summary>
    public required string Client { get; init; }

    /// <summary>Gets the client's user, by its id in the shop; null to say nothing.</summary>
    public string? User { get; init; }

    /// <summary>Gets the rights of that user, such as <c>restart</c>; null for all that a client can have.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Gets the administrator who acts as the client, by id; null when nobody does.</summary>
    public string? Masquerade { get; init; }

    internal void WriteTo(HttpRequestHeaders headers)
    {
        headers.Add("Kontor-Client", Client);
        if (User is not null)
        {
            headers.Add("Kontor-User", User);
        }

        if (Permissions is not null)
        {
            headers.Add("Kontor-Permissions", string.Join(',', Permissions));
        }

        if (Masquerade is not null)
        {
            headers.Add("Kontor-Masquerade", Masquerade);
        }
    }
}
