namespace Kontor.Contabo.Tags;

/// <summary>Narrows the resources that carry a tag.</summary>
/// <remarks>Source: retrieveAssignmentList.</remarks>
public sealed record TagAssignmentFilter
{
    /// <summary>Gets the kind of resource.</summary>
    public TagResourceType? ResourceType { get; init; }
}
