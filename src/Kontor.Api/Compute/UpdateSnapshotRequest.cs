namespace Kontor.Api.Compute;

/// <summary>New words for a snapshot; what is null stays as it is, and one of them is given.</summary>
public sealed record UpdateSnapshotRequest
{
    /// <summary>Gets its new name: 1 to 30 letters, digits, blanks and dashes.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its new description, 1 to 255 characters.</summary>
    public string? Description { get; init; }
}
