using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

[Table("image")]
internal sealed record ImageRow
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("name")]
    public required string Name { get; init; }

    [Column("os_type")]
    public OsType OsType { get; init; }

    [Column("size_mib")]
    public long? SizeMib { get; init; }

    [Column("retired_on")]
    public DateOnly? RetiredOn { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
