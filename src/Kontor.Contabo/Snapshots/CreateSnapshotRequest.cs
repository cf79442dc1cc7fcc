namespace Kontor.Contabo.Snapshots;

/// <summary>A snapshot to take.</summary>
/// <remarks>Source: createSnapshot.</remarks>
public sealed record CreateSnapshotRequest
{
    /// <summary>Gets its name: 1 to 30 letters, digits, blanks and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its description, 1 to 255 characters.</summary>
    public string? Description { get; init; }
}
