namespace Kontor.Api.Inventory;

/// <summary>Something that needs a person's eye.</summary>
public sealed record FindingResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required FindingState State { get; init; }

    /// <summary>Gets its kind, such as <c>fingerprint_mismatch</c> or <c>orphan</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets what it is about; the same thing seen again has the same text.</summary>
    public required string About { get; init; }

    /// <summary>Gets the account it was seen on.</summary>
    public required string? Account { get; init; }

    /// <summary>Gets the subject it concerns.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>Gets what is so, and what to do, for a person.</summary>
    public required string Detail { get; init; }

    /// <summary>Gets when it was first seen.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Gets when it was last seen.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Gets when it was no longer so; null while it is.</summary>
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Gets since when it is ignored; null when it is not.</summary>
    public required DateTimeOffset? IgnoredAt { get; init; }

    /// <summary>Gets why it is ignored.</summary>
    public required string? IgnoredReason { get; init; }
}
