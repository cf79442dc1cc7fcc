namespace Kontor.Contabo.Snapshots;

/// <summary>The disk of an instance as it was at a moment.</summary>
/// <remarks>
/// Source: retrieveSnapshot, retrieveSnapshotList, createSnapshot, updateSnapshot. There is no state among its fields.
/// Assumed: the id is that moment in seconds, so that two instances may have the same one.
/// </remarks>
public sealed record Snapshot : ContaboResource
{
    /// <summary>Gets its id, such as <c>snap1628603855</c>.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets when it was taken.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>Gets when Contabo deletes it by itself, about 30 days after it was taken.</summary>
    public DateTimeOffset? AutoDeleteDate { get; init; }

    /// <summary>Gets the UUID of the image the instance was installed from.</summary>
    public string? ImageId { get; init; }

    /// <summary>Gets the name of that image.</summary>
    public string? ImageName { get; init; }
}
