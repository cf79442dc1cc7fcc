using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

/// <summary>What an add-on costs per month, for machines of one plan.</summary>
[Table("add_on_price")]
internal sealed record AddOnPriceRow
{
    [Column("price_list_id"), PrimaryKey(1)]
    public required string PriceListId { get; init; }

    [Column("add_on"), PrimaryKey(2)]
    public required string AddOn { get; init; }

    [Column("product_id"), PrimaryKey(3)]
    public required string ProductId { get; init; }

    /// <summary>Gets the region it costs that in; empty for each one that has no row of its own.</summary>
    [Column("region"), PrimaryKey(4)]
    public required string Region { get; init; }

    /// <summary>Gets the price in hundredths of a minor unit.</summary>
    [Column("monthly")]
    public long Monthly { get; init; }

    /// <summary>Gets the provider's number of the add-on on machines of this plan, where known.</summary>
    [Column("provider_id")]
    public long? ProviderId { get; init; }

    [Column("assumed")]
    public bool Assumed { get; init; }

    [Column("source")]
    public required string Source { get; init; }
}
