using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>One line of the purchase ledger: money that was committed. Written once, never changed.</summary>
[Table("purchase")]
public sealed record Purchase
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets the operation's key: unique, so a second purchase for it cannot be written.</summary>
    [Column("key")]
    public required string Key { get; init; }

    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("attempt")]
    public int Attempt { get; init; }

    [Column("subject_id")]
    public SubjectId SubjectId { get; init; }

    [Column("generation")]
    public int Generation { get; init; }

    [Column("resource_id")]
    public ResourceId ResourceId { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    [Column("provider_id")]
    public ProviderInstanceId ProviderId { get; init; }

    [Column("plan")]
    public required string Plan { get; init; }

    [Column("region")]
    public required string Region { get; init; }

    [Column("term_months")]
    public int TermMonths { get; init; }

    [Column("currency")]
    public Currency Currency { get; init; }

    [Column("monthly")]
    public long StoredMonthly { get; init; }

    [Column("setup")]
    public long StoredSetup { get; init; }

    [Column("committed")]
    public long StoredCommitted { get; init; }

    /// <summary>Gets the add-on that was bought; null when it was the machine itself.</summary>
    [Column("add_on")]
    public string? AddOn { get; init; }

    /// <summary>Gets what tells the purchases of one machine apart: empty for itself, which is bought once, else the operation that bought.</summary>
    [Column("part")]
    public string Part { get; init; } = "";

    /// <summary>Gets how we know: <c>answer</c> or <c>lookup</c>.</summary>
    [Column("proof")]
    public required string Proof { get; init; }

    [Column("bought_at")]
    public DateTimeOffset BoughtAt { get; init; }

    [NotColumn]
    public Money Monthly => Money.FromStored(StoredMonthly, Currency);

    [NotColumn]
    public Money Committed => Money.FromStored(StoredCommitted, Currency);
}
