using LinqToDB.Mapping;

namespace Kontor.Engine.Tenancy;

[Table("api_key")]
internal sealed record ApiKeyRow
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("name")]
    public required string Name { get; init; }

    [Column("source")]
    public string? Source { get; init; }

    /// <summary>Gets the scopes, a blank between each two.</summary>
    [Column("scopes")]
    public required string Scopes { get; init; }

    [Column("secret_hash")]
    public required string SecretHash { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    [Column("revoked_at")]
    public DateTimeOffset? RevokedAt { get; init; }

    public ApiKey ToKey() => new(Id, Name, Source, Scopes.Split(' '), CreatedAt, ExpiresAt, RevokedAt);
}
