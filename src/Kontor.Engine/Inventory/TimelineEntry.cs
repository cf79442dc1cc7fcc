using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>
/// One thing that happened to a machine. A row is added when it is noticed, in the list, in the provider's audit or by our own
/// doing, and filled in once when the others of these three tell of it too.
/// </summary>
[Table("timeline")]
public sealed record TimelineEntry
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("resource_id")]
    public ResourceId ResourceId { get; init; }

    /// <summary>Gets when it was noticed.</summary>
    [Column("at")]
    public DateTimeOffset At { get; init; }

    /// <summary>Gets what happened: one of <see cref="TimelineKind"/>.</summary>
    [Column("kind")]
    public required string Kind { get; init; }

    [Column("before")]
    public string? Before { get; init; }

    [Column("after")]
    public string? After { get; init; }

    /// <summary>Gets by whom: one of <see cref="TimelineOrigin"/>.</summary>
    [Column("origin")]
    public required string Origin { get; init; }

    /// <summary>Gets who it was: for what came from outside the name in the provider's audit, null while that is not known.</summary>
    [Column("actor")]
    public string? Actor { get; init; }

    /// <summary>Gets when the provider's audit says it was done.</summary>
    [Column("acted_at")]
    public DateTimeOffset? ActedAt { get; init; }

    /// <summary>Gets the <c>x-request-id</c> of the call that did it, in lower case.</summary>
    [Column("request_id")]
    public string? RequestId { get; init; }

    /// <summary>Gets our operation that did it.</summary>
    [Column("operation_id")]
    public OperationId? OperationId { get; init; }

    /// <summary>Gets the row of the provider's audit, by trail and number; null while it is not read.</summary>
    [Column("audit_id")]
    public string? AuditId { get; init; }

    /// <summary>Gets whether the mirror showed the effect.</summary>
    [Column("observed")]
    public bool Observed { get; init; }

    /// <summary>Gets what happened as a sentence.</summary>
    [NotColumn]
    public string Text => TimelineText.Of(this);
}
