namespace Kontor.Contabo.Tags;

/// <summary>The audit trail of tags.</summary>
public interface ITagAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveTagAuditsList")]
    IAsyncEnumerable<Page<TagAudit>> ListPagesAsync(TagAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveTagAuditsList")]
    IAsyncEnumerable<TagAudit> ListAsync(TagAuditFilter? filter, CancellationToken cancellationToken);
}
