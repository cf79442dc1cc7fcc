namespace Kontor.Contabo.Tags;

/// <summary>A change of a tag.</summary>
/// <remarks>Source: retrieveTagAuditsList.</remarks>
public sealed record TagAudit : AuditRow
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }
}
