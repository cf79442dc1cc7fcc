using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

/// <summary>What one plan costs in one region and term; a combination without a row has no known price.</summary>
[Table("price")]
internal sealed record PriceRow
{
    [Column("price_list_id"), PrimaryKey(1)]
    public required string PriceListId { get; init; }

    [Column("product_id"), PrimaryKey(2)]
    public required string ProductId { get; init; }

    [Column("region"), PrimaryKey(3)]
    public required string Region { get; init; }

    [Column("months"), PrimaryKey(4)]
    public int Months { get; init; }

    /// <summary>Gets the price of one month, region included; stored as <see cref="Money.ToStored"/> does.</summary>
    [Column("monthly")]
    public long Monthly { get; init; }

    [Column("setup")]
    public long Setup { get; init; }

    /// <summary>Gets a value indicating whether a part of it was concluded from a like plan and not read anywhere.</summary>
    [Column("assumed")]
    public bool Assumed { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
