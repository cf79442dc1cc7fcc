using LinqToDB.Mapping;

namespace Kontor.Engine.Audit;

/// <summary>One row of the audit trail.</summary>
[Table("audit")]
public sealed class AuditRow
{
    [Column("sequence"), PrimaryKey]
    public long Sequence { get; init; }

    [Column("at")]
    public DateTimeOffset At { get; init; }

    [Column("actor")]
    public required string Actor { get; init; }

    [Column("action")]
    public required string Action { get; init; }

    [Column("about")]
    public string? About { get; init; }

    [Column("detail")]
    public required string Detail { get; init; }

    [Column("previous_hash")]
    public required string PreviousHash { get; init; }

    [Column("hash")]
    public string Hash { get; set; } = "";
}
