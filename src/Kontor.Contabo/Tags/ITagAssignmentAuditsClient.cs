namespace Kontor.Contabo.Tags;

/// <summary>The audit trail of tag assignments.</summary>
public interface ITagAssignmentAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveAssignmentsAuditsList")]
    IAsyncEnumerable<Page<TagAssignmentAudit>> ListPagesAsync(TagAssignmentAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveAssignmentsAuditsList")]
    IAsyncEnumerable<TagAssignmentAudit> ListAsync(TagAssignmentAuditFilter? filter, CancellationToken cancellationToken);
}
