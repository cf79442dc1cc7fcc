namespace Kontor.Api.Compute;

/// <summary>A snapshot to take.</summary>
public sealed record CreateSnapshotRequest
{
    /// <summary>Gets its name: 1 to 30 letters, digits, blanks and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its description, 1 to 255 characters; null for none.</summary>
    public string? Description { get; init; }
}
