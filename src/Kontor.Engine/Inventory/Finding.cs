using System.Globalization;
using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>Something that is not as it should be and is for a person to judge. Nothing is bought or cancelled because of it.</summary>
[Table("finding")]
public sealed record Finding
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets the kind: one of <see cref="FindingKind"/>.</summary>
    [Column("kind")]
    public required string Kind { get; init; }

    /// <summary>Gets what it is about, in a form that is the same each time it is seen.</summary>
    [Column("about")]
    public required string About { get; init; }

    [Column("account")]
    public AccountId? Account { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("detail")]
    public required string Detail { get; init; }

    [Column("first_seen_at")]
    public DateTimeOffset FirstSeenAt { get; init; }

    [Column("last_seen_at")]
    public DateTimeOffset LastSeenAt { get; init; }

    [Column("resolved_at")]
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Gets what must change before an ignored finding is open again; null in rows of older versions.</summary>
    [Column("cause")]
    public string? Cause { get; init; }

    [Column("ignored_at")]
    public DateTimeOffset? IgnoredAt { get; init; }

    /// <summary>Gets why a person said that it does not matter.</summary>
    [Column("ignored_reason")]
    public string? IgnoredReason { get; init; }

    /// <summary>Gets how it stands: one of <see cref="FindingState"/>.</summary>
    [NotColumn]
    public string State => ResolvedAt is not null ? FindingState.Resolved : IgnoredAt is not null ? FindingState.Ignored : FindingState.Open;

    /// <summary>Gets the machine it is about, for the kinds that are about one.</summary>
    [NotColumn]
    public ProviderInstanceId? Machine =>
        Account is { } account
        && About.StartsWith($"{account}/", StringComparison.Ordinal)
        && long.TryParse(About.AsSpan(account.Value.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ProviderInstanceId(number)
            : null;

    /// <summary>What a finding about a machine is about.</summary>
    public static string AboutMachine(AccountId account, ProviderInstanceId machine) => $"{account}/{machine}";

    /// <summary>What a finding about a machine of ours is about.</summary>
    public static string AboutMachine(Resource resource) => AboutMachine(resource.Account, resource.ProviderId);
}
