namespace Kontor.Contabo.Tags;

/// <summary>Narrows the audit trail of tag assignments.</summary>
public sealed record TagAssignmentAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }

    /// <summary>Gets the id of the resource.</summary>
    public string? ResourceId { get; init; }
}
