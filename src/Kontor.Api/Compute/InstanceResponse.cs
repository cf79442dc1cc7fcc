namespace Kontor.Api.Compute;

/// <summary>A machine, as Contabo last described it, and its contract.</summary>
public sealed record InstanceResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the account it stands on.</summary>
    public required string Account { get; init; }

    /// <summary>Gets Contabo's number of it.</summary>
    public required long ProviderId { get; init; }

    /// <summary>Gets the subject it serves; null when it serves none.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>Gets the subject's generation it serves.</summary>
    public required int? Generation { get; init; }

    /// <summary>Gets whether it was adopted instead of bought through Kontor.</summary>
    public required bool Adopted { get; init; }

    /// <summary>Gets whether it is gone from Contabo.</summary>
    public required bool Gone { get; init; }

    /// <summary>Gets Contabo's word for its status, such as <c>running</c>.</summary>
    public required string? Status { get; init; }

    /// <summary>Gets the readable part of its name.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the host name that its next installation gets; what the running system calls itself is not known here.</summary>
    public required string? Hostname { get; init; }

    /// <summary>Gets its name at Contabo.</summary>
    public required string? DisplayName { get; init; }

    /// <summary>Gets its plan.</summary>
    public required string? Plan { get; init; }

    /// <summary>Gets its region.</summary>
    public required string? Region { get; init; }

    /// <summary>Gets its data center.</summary>
    public required string? DataCenter { get; init; }

    /// <summary>Gets its image.</summary>
    public required string? Image { get; init; }

    /// <summary>Gets its first IPv4 address.</summary>
    public required string? IpV4 { get; init; }

    /// <summary>Gets its first IPv6 address.</summary>
    public required string? IpV6 { get; init; }

    /// <summary>Gets the user to sign in as.</summary>
    public required string? DefaultUser { get; init; }

    /// <summary>Gets what Contabo says went wrong with it.</summary>
    public required string? ErrorMessage { get; init; }

    /// <summary>Gets the family of its installed system in Contabo's word, such as <c>Linux</c>.</summary>
    public required string? OsType { get; init; }

    /// <summary>Gets since when the rescue system runs in place of its own, as far as Kontor saw; null when it does not.</summary>
    public required DateTimeOffset? RescueSince { get; init; }

    /// <summary>Gets when somebody is told that it is still in rescue; nothing is forced. Null when it is not in rescue.</summary>
    public required DateTimeOffset? RescueUntil { get; init; }

    /// <summary>Gets what it is protected from.</summary>
    public required ProtectionResponse Protection { get; init; }

    /// <summary>Gets why its customer can do nothing with it; null when it can.</summary>
    public required LockReason? Locked { get; init; }

    /// <summary>Gets from when on it is wiped, or was, since it is terminated; null when it is not to be.</summary>
    public required DateTimeOffset? WipeAt { get; init; }

    /// <summary>Gets its contract.</summary>
    public required ContractResponse Contract { get; init; }

    /// <summary>Gets when Contabo last described it.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Gets when Kontor first knew of it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was found to be gone.</summary>
    public required DateTimeOffset? GoneAt { get; init; }
}
