using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>Something that is not as it should be and is for a person to judge. Nothing is bought or cancelled because of it.</summary>
[Table("finding")]
public sealed record Finding
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets the kind: one of <see cref="FindingKind"/>.</summary>
    [Column("kind")]
    public required string Kind { get; init; }

    /// <summary>Gets what it is about, in a form that is the same each time it is seen.</summary>
    [Column("about")]
    public required string About { get; init; }

    [Column("account")]
    public AccountId? Account { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("detail")]
    public required string Detail { get; init; }

    [Column("first_seen_at")]
    public DateTimeOffset FirstSeenAt { get; init; }

    [Column("last_seen_at")]
    public DateTimeOffset LastSeenAt { get; init; }

    [Column("resolved_at")]
    public DateTimeOffset? ResolvedAt { get; init; }
}
