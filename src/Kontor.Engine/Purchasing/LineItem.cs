using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>One component of what was sold, with the price as sold.</summary>
[Table("line_item")]
public sealed record LineItem
{
    /// <summary>The origin of what a machine was changed into.</summary>
    public const string Option = "option";

    /// <summary>The origin of what is bought for a machine that stands.</summary>
    public const string AddOn = "addon";

    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("subject_id")]
    public SubjectId SubjectId { get; init; }

    [Column("generation")]
    public int Generation { get; init; }

    /// <summary>Gets what it is: <c>instance</c>, or the name of an add-on.</summary>
    [Column("component")]
    public required string Component { get; init; }

    /// <summary>Gets how it was sold: <c>base</c>, <c>addon</c> or <c>option</c>.</summary>
    [Column("origin")]
    public required string Origin { get; init; }

    [Column("origin_id")]
    public string? OriginId { get; init; }

    [Column("quantity")]
    public int Quantity { get; init; }

    [Column("sold_currency")]
    public Currency? SoldCurrency { get; init; }

    [Column("sold_net")]
    public long? StoredNet { get; init; }

    [Column("sold_tax")]
    public long? StoredTax { get; init; }

    [Column("sold_gross")]
    public long? StoredGross { get; init; }

    /// <summary>Gets the exchange rate from the sold currency to the cost currency, as an exact decimal text.</summary>
    [Column("fx_rate")]
    public string? FxRate { get; init; }

    [Column("fx_on")]
    public DateOnly? FxOn { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }
}
