namespace Kontor.Contabo.Images;

/// <summary>Narrows the audit trail of images.</summary>
public sealed record ImageAuditFilter : AuditFilter
{
    /// <summary>Gets the UUID of the image.</summary>
    public string? ImageId { get; init; }
}
