namespace Kontor.Contabo.Tags;

/// <summary>A tag on a resource.</summary>
/// <remarks>Source: retrieveAssignment, retrieveAssignmentList.</remarks>
public sealed record TagAssignment : ContaboResource
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }

    /// <summary>Gets the name of the tag.</summary>
    public string? TagName { get; init; }

    /// <summary>Gets the kind of the resource.</summary>
    public TagResourceType? ResourceType { get; init; }

    /// <summary>Gets the id of the resource.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Gets the name of the resource.</summary>
    public string? ResourceName { get; init; }
}
