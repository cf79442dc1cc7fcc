using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

[Table("region")]
internal sealed record RegionRow
{
    [Column("slug"), PrimaryKey]
    public required string Slug { get; init; }

    [Column("name")]
    public required string Name { get; init; }

    [Column("retired_on")]
    public DateOnly? RetiredOn { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
