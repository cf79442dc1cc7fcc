namespace Kontor.Contabo.Snapshots;

/// <summary>The audit trail of the snapshots of all instances.</summary>
public interface ISnapshotAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveSnapshotsAuditsList")]
    IAsyncEnumerable<Page<SnapshotAudit>> ListPagesAsync(SnapshotAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveSnapshotsAuditsList")]
    IAsyncEnumerable<SnapshotAudit> ListAsync(SnapshotAuditFilter? filter, CancellationToken cancellationToken);
}
