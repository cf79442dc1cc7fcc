using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Secrets;

/// <summary>A sealed secret that is shown once: whoever may have it asks for its link, and whoever opens the link burns it.</summary>
[Table("one_time_link")]
public sealed record OneTimeLink
{
    internal const string Table = "one_time_link";

    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets the source whose secret it is, and who alone may ask for the link besides the staff.</summary>
    [Column("source")]
    public required string Source { get; init; }

    /// <summary>Gets the operation that made the secret; it has no other.</summary>
    [Column("operation_id")]
    public OperationId? OperationId { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("resource_id")]
    public ResourceId? ResourceId { get; init; }

    /// <summary>Gets what the secret is, for the one who opens the link.</summary>
    [Column("purpose")]
    public required string Purpose { get; init; }

    /// <summary>Gets the sealed secret; null once it was shown or has expired.</summary>
    [Column("sealed")]
    public byte[]? Sealed { get; init; }

    /// <summary>Gets the hash of the link's token; null until somebody asked for the link.</summary>
    [Column("token_hash")]
    public string? TokenHash { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets from when on it is shown to nobody.</summary>
    [Column("expires_at")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets when it was shown; null while it was not.</summary>
    [Column("used_at")]
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Whether it can still be shown at an instant.</summary>
    public bool IsLive(DateTimeOffset now) => UsedAt is null && Sealed is not null && now < ExpiresAt;
}
