using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>Something that stands at the provider and is ours: bought through Kontor, or adopted.</summary>
[Table("resource")]
public sealed record Resource
{
    /// <summary>The one kind there is so far.</summary>
    public const string InstanceKind = "instance";

    public const string Bought = "bought";
    public const string Adopted = "adopted";

    /// <summary>It stands at the provider, as far as we know.</summary>
    public const string Present = "present";

    /// <summary>It was missing from enough complete lists in a row.</summary>
    public const string Gone = "gone";

    [Column("id"), PrimaryKey]
    public ResourceId Id { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    [Column("kind")]
    public required string Kind { get; init; }

    [Column("provider_id")]
    public ProviderInstanceId ProviderId { get; init; }

    /// <summary>Gets where it came from: <see cref="Bought"/> or <see cref="Adopted"/>.</summary>
    [Column("origin")]
    public required string Origin { get; init; }

    /// <summary>Gets the source whose subject it serves; only that source may see it.</summary>
    [Column("source")]
    public string? Source { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("generation")]
    public int? Generation { get; init; }

    /// <summary>Gets the marker its display name must carry; null for an adopted machine, whose name is left alone.</summary>
    [Column("marker")]
    public string? Marker { get; init; }

    [Column("label")]
    public required string Label { get; init; }

    /// <summary>Gets the host name that its next installation gets; null for none.</summary>
    [Column("hostname")]
    public string? Hostname { get; init; }

    [Column("state")]
    public required string State { get; init; }

    /// <summary>Gets how many complete lists in a row did not have it.</summary>
    [Column("missing_lists")]
    public int MissingLists { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("gone_at")]
    public DateTimeOffset? GoneAt { get; init; }
}
