namespace Kontor.Engine.Tenancy;

/// <summary>What a new key is to be.</summary>
/// <param name="Name">What it is for: 1 to 100 characters.</param>
/// <param name="Source">The shop or billing system it speaks for: 1 to 32 letters, digits and dashes; null for staff.</param>
/// <param name="Scopes">What it may do: at least one of <see cref="ApiScopes.All"/>.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
public sealed record CreateApiKey(string Name, string? Source, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null);
