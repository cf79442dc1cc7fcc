namespace Kontor.Contabo.Images;

/// <summary>A change of a custom image.</summary>
/// <remarks>Source: retrieveImageAuditsList.</remarks>
public sealed record ImageAudit : AuditRow
{
    /// <summary>Gets the UUID of the image.</summary>
    public string? ImageId { get; init; }
}
