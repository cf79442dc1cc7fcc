using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>One wish for many machines.</summary>
[Table("bulk")]
public sealed record BulkRow
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets the source whose machines alone it may touch; null for all.</summary>
    [Column("source")]
    public string? Source { get; init; }

    /// <summary>Gets who named the request by its key: the source, or empty for staff.</summary>
    [Column("caller")]
    public required string Caller { get; init; }

    [Column("key")]
    public required string Key { get; init; }

    [Column("request_hash")]
    public required string RequestHash { get; init; }

    /// <summary>Gets who wished it, as JSON; each machine's operation names the same.</summary>
    [Column("actor")]
    public required string Actor { get; init; }

    /// <summary>Gets the change wished for each machine.</summary>
    [Column("action")]
    public required string Action { get; init; }

    /// <summary>Gets how many machines are under way at a time, at the most.</summary>
    [Column("at_once")]
    public int AtOnce { get; init; }

    /// <summary>Gets when a person stopped it; what was begun then goes on.</summary>
    [Column("stop_requested_at")]
    public DateTimeOffset? StopRequestedAt { get; init; }

    /// <summary>Gets since when nothing is under way or to be begun.</summary>
    [Column("finished_at")]
    public DateTimeOffset? FinishedAt { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }
}
