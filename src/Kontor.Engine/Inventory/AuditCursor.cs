using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>How far an audit trail of the provider was read.</summary>
[Table("audit_cursor")]
public sealed record AuditCursor
{
    [Column("account"), PrimaryKey(0)]
    public AccountId Account { get; init; }

    [Column("trail"), PrimaryKey(1)]
    public required string Trail { get; init; }

    /// <summary>Gets the first day that is asked for: yesterday, so that a row that comes late is still seen.</summary>
    [Column("first_day")]
    public DateOnly FirstDay { get; init; }

    /// <summary>Gets how many rows the provider counted when all of them had been read; null when they were not.</summary>
    [Column("total")]
    public long? Total { get; init; }

    [Column("read_at")]
    public DateTimeOffset ReadAt { get; init; }
}

/// <summary>A row of an audit trail that was read.</summary>
[Table("audit_seen")]
public sealed record SeenAudit
{
    [Column("account"), PrimaryKey(0)]
    public AccountId Account { get; init; }

    [Column("trail"), PrimaryKey(1)]
    public required string Trail { get; init; }

    [Column("audit_id"), PrimaryKey(2)]
    public long AuditId { get; init; }

    /// <summary>Gets the day of the row; it is forgotten when that day is no longer asked for.</summary>
    [Column("day")]
    public DateOnly Day { get; init; }
}
