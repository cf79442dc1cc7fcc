using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>
/// What the provider's list showed of one machine, ours or not, in as few bytes as a comparison needs: a list in which
/// nothing changed is compared with these rows alone.
/// </summary>
[Table("sighting")]
public sealed record Sighting
{
    /// <summary>A digest that no machine has: whatever is listed next is looked at.</summary>
    public const long LookAgain = 0;

    [Column("account"), PrimaryKey(0)]
    public AccountId Account { get; init; }

    [Column("provider_id"), PrimaryKey(1)]
    public ProviderInstanceId ProviderId { get; init; }

    /// <summary>Gets the <see cref="InstanceDigest"/> of what was listed, or <see cref="LookAgain"/>.</summary>
    [Column("digest")]
    public long Digest { get; init; }

    /// <summary>Gets our resource; null for a machine that is none of ours.</summary>
    [Column("resource_id")]
    public ResourceId? ResourceId { get; init; }

    /// <summary>Gets how many complete lists in a row did not have it; counted here for strangers only, for ours in their row.</summary>
    [Column("missing_lists")]
    public int MissingLists { get; init; }

    /// <summary>Gets when something was last written about it.</summary>
    [Column("noted_at")]
    public DateTimeOffset NotedAt { get; init; }
}
