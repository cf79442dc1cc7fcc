namespace Kontor.Contabo.Images;

/// <summary>The audit trail of custom images.</summary>
public interface IImageAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveImageAuditsList")]
    IAsyncEnumerable<Page<ImageAudit>> ListPagesAsync(ImageAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveImageAuditsList")]
    IAsyncEnumerable<ImageAudit> ListAsync(ImageAuditFilter? filter, CancellationToken cancellationToken);
}
