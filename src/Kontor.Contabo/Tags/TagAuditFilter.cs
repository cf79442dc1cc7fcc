namespace Kontor.Contabo.Tags;

/// <summary>Narrows the audit trail of tags.</summary>
public sealed record TagAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the tag.</summary>
    public long? TagId { get; init; }
}
