using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

[Table("price_list")]
internal sealed record PriceListRow
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("currency")]
    public Currency Currency { get; init; }

    [Column("source")]
    public required string Source { get; init; }

    [Column("valid_from")]
    public DateOnly ValidFrom { get; init; }

    [Column("imported_at")]
    public DateTimeOffset ImportedAt { get; init; }

    [Column("content_hash")]
    public required string ContentHash { get; init; }
}
