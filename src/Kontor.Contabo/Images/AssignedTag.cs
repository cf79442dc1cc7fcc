namespace Kontor.Contabo.Images;

/// <summary>A tag an image carries.</summary>
public sealed record AssignedTag : ContaboObject
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }

    /// <summary>Gets the name of the tag.</summary>
    public string? TagName { get; init; }
}
