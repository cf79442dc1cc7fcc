namespace Kontor.Api.Compute;

/// <summary>The disk of a machine as it was at a moment.</summary>
public sealed record SnapshotResponse
{
    /// <summary>Gets Contabo's id of it, which is one of a kind for its machine alone.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public required string? Name { get; init; }

    /// <summary>Gets its description.</summary>
    public required string? Description { get; init; }

    /// <summary>Gets when it was taken.</summary>
    public required DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when Contabo deletes it by itself.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }
}
