using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

[Table("term")]
internal sealed record TermRow
{
    [Column("product_id"), PrimaryKey(1)]
    public required string ProductId { get; init; }

    [Column("months"), PrimaryKey(2)]
    public int Months { get; init; }

    [Column("orderable")]
    public Orderable Orderable { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
