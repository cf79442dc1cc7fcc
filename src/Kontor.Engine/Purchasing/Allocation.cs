using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>Which resource serves a line item, how much of it, and for how long.</summary>
[Table("allocation")]
public sealed record Allocation
{
    /// <summary>A whole resource, in millionths.</summary>
    public const long Whole = 1_000_000;

    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("line_item_id")]
    public required string LineItemId { get; init; }

    [Column("resource_id")]
    public ResourceId ResourceId { get; init; }

    [Column("share_ppm")]
    public long Share { get; init; }

    [Column("from_at")]
    public DateTimeOffset From { get; init; }

    [Column("to_at")]
    public DateTimeOffset? To { get; init; }
}
