namespace Kontor.Contabo.Snapshots;

/// <summary>A change of a snapshot; what is null stays as it is.</summary>
/// <remarks>Source: updateSnapshot.</remarks>
public sealed record UpdateSnapshotRequest
{
    /// <summary>Gets the new name: 1 to 30 letters, digits, blanks and dashes.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the new description, 1 to 255 characters.</summary>
    public string? Description { get; init; }
}
