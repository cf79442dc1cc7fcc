namespace Kontor.Contabo.Instances;

/// <summary>The audit trail of instances: the one place where a lost order can be found by its request id.</summary>
public interface IInstanceAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveInstancesAuditsList")]
    IAsyncEnumerable<Page<InstanceAudit>> ListPagesAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveInstancesAuditsList")]
    IAsyncEnumerable<InstanceAudit> ListAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken);
}
