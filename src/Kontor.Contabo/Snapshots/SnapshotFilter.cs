namespace Kontor.Contabo.Snapshots;

/// <summary>Narrows the snapshots of an instance.</summary>
/// <remarks>Source: retrieveSnapshotList.</remarks>
public sealed record SnapshotFilter
{
    /// <summary>Gets a part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the order, such as <c>createdDate:DESC</c>.</summary>
    public IReadOnlyCollection<string>? OrderBy { get; init; }
}
