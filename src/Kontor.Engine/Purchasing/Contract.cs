using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>What we know of a resource's contract. The provider tells neither term nor renewal, so only the buyer's row has them.</summary>
[Table("contract")]
public sealed record Contract
{
    [Column("resource_id"), PrimaryKey]
    public ResourceId ResourceId { get; init; }

    /// <summary>Gets how the term is known: <c>known</c> (we bought it), <c>entered</c> (by a person) or <c>unknown</c>.</summary>
    [Column("source")]
    public required string Source { get; init; }

    [Column("starts_on")]
    public DateOnly? StartsOn { get; init; }

    [Column("term_months")]
    public int? TermMonths { get; init; }

    [Column("anchor_day")]
    public int? AnchorDay { get; init; }

    [Column("renews")]
    public bool Renews { get; init; }

    /// <summary>Gets the day the provider says it ends, as read back from the provider.</summary>
    [Column("cancel_date")]
    public DateOnly? CancelDate { get; init; }

    /// <summary>Gets our operation that cancelled it; null when somebody else did.</summary>
    [Column("cancel_operation_id")]
    public OperationId? CancelOperationId { get; init; }

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the term, when it is known.</summary>
    [NotColumn]
    public ContractTerm? Term => StartsOn is { } start && TermMonths is { } months ? new ContractTerm(start, months) : null;
}
