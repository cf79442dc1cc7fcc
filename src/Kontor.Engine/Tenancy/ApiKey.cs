namespace Kontor.Engine.Tenancy;

/// <summary>An API key as it may be shown: everything but its secret.</summary>
/// <param name="Id">Its id, the middle part of the key itself.</param>
/// <param name="Name">What it is for, in its owner's words.</param>
/// <param name="Source">The shop or billing system it speaks for; null for staff, who see all sources.</param>
/// <param name="Scopes">What it may do, from <see cref="ApiScopes.All"/>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
/// <param name="RevokedAt">When it was revoked, if it was.</param>
public sealed record ApiKey(
    string Id,
    string Name,
    string? Source,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    public bool Allows(string scope) => Scopes.Contains(scope);

    /// <summary>Whether the key works at an instant.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}
