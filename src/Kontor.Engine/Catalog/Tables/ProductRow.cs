using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

[Table("product")]
internal sealed record ProductRow
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("name")]
    public required string Name { get; init; }

    [Column("family")]
    public required string Family { get; init; }

    [Column("cpu_cores")]
    public int CpuCores { get; init; }

    [Column("ram_mib")]
    public long RamMib { get; init; }

    [Column("disk_mib")]
    public long DiskMib { get; init; }

    [Column("snapshots")]
    public int Snapshots { get; init; }

    [Column("orderable")]
    public Orderable Orderable { get; init; }

    [Column("retired_on")]
    public DateOnly? RetiredOn { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
