using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>
/// The order as it was accepted: what is bought is this, whatever happens to product settings or prices afterwards.
/// </summary>
[Table("sealed_order")]
public sealed record SealedOrder
{
    [Column("id"), PrimaryKey]
    public OrderId Id { get; init; }

    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("subject_id")]
    public SubjectId SubjectId { get; init; }

    [Column("generation")]
    public int Generation { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    [Column("plan")]
    public required string Plan { get; init; }

    [Column("region")]
    public required string Region { get; init; }

    [Column("image")]
    public required string Image { get; init; }

    /// <summary>Gets how large the plan's disk is, as the catalogue had it when the order was sealed.</summary>
    [Column("disk_mib")]
    public long DiskMib { get; init; }

    [Column("term_months")]
    public int TermMonths { get; init; }

    [Column("default_user")]
    public required string DefaultUser { get; init; }

    [Column("label")]
    public required string Label { get; init; }

    [Column("marker")]
    public required string Marker { get; init; }

    [Column("price_list_id")]
    public required string PriceListId { get; init; }

    [Column("currency")]
    public Currency Currency { get; init; }

    [Column("monthly")]
    public long StoredMonthly { get; init; }

    [Column("setup")]
    public long StoredSetup { get; init; }

    [Column("committed")]
    public long StoredCommitted { get; init; }

    /// <summary>Gets the public SSH keys, one a line; null for none.</summary>
    [Column("ssh_keys")]
    public string? StoredSshKeys { get; init; }

    [Column("sealed_at")]
    public DateTimeOffset SealedAt { get; init; }

    /// <summary>Gets the public SSH keys that open the machine.</summary>
    [NotColumn]
    public IReadOnlyList<string> SshKeys => StoredSshKeys?.Split('\n') ?? [];

    /// <summary>Gets what one month costs us.</summary>
    [NotColumn]
    public Money Monthly => Money.FromStored(StoredMonthly, Currency);

    [NotColumn]
    public Money Setup => Money.FromStored(StoredSetup, Currency);

    /// <summary>Gets what the order commits us to: months × monthly + set-up.</summary>
    [NotColumn]
    public Money Committed => Money.FromStored(StoredCommitted, Currency);
}
