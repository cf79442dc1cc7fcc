namespace Kontor.Contabo.Instances;

/// <summary>The audit trail of instance actions: the one place where a lost action can be found by its request id.</summary>
public interface IInstanceActionAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveInstancesActionsAuditsList")]
    IAsyncEnumerable<Page<InstanceActionAudit>> ListPagesAsync(InstanceActionAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveInstancesActionsAuditsList")]
    IAsyncEnumerable<InstanceActionAudit> ListAsync(InstanceActionAuditFilter? filter, CancellationToken cancellationToken);
}
