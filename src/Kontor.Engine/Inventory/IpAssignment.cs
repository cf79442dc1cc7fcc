using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>
/// A machine had an address for a time. Whom it served meanwhile is in the allocations; nothing here is ever overwritten, so
/// that it can be told who had an address at a date, long after the machine is gone.
/// </summary>
[Table("ip_assignment")]
public sealed record IpAssignment
{
    [Column("resource_id"), PrimaryKey(0)]
    public ResourceId ResourceId { get; init; }

    /// <summary>Gets the address in its canonical form.</summary>
    [Column("ip"), PrimaryKey(1)]
    public required string Ip { get; init; }

    /// <summary>Gets when it was first seen on the machine.</summary>
    [Column("from_at"), PrimaryKey(2)]
    public DateTimeOffset From { get; init; }

    /// <summary>Gets when it was first seen to be no longer there; null while it is.</summary>
    [Column("to_at")]
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets 4 or 6.</summary>
    [Column("family")]
    public int Family { get; init; }
}
