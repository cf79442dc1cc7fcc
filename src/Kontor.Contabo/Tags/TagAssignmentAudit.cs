namespace Kontor.Contabo.Tags;

/// <summary>A tag put on a resource, or taken off.</summary>
/// <remarks>Source: retrieveAssignmentsAuditsList.</remarks>
public sealed record TagAssignmentAudit : AuditRow
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }

    /// <summary>Gets the kind of the resource.</summary>
    public TagResourceType? ResourceType { get; init; }

    /// <summary>Gets the id of the resource.</summary>
    public string? ResourceId { get; init; }
}
