using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class InstanceAuditsClient(ApiCaller caller) : IInstanceAuditsClient
{
    public IAsyncEnumerable<Page<InstanceAudit>> ListPagesAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeInstanceAudit, cancellationToken);

    public IAsyncEnumerable<InstanceAudit> ListAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(InstanceAuditFilter? filter) => ApiCall.Read("retrieveInstancesAuditsList", "/v1/compute/instances/audits") with
    {
        Query = new Query().Add(filter).Add("instanceId", filter?.InstanceId).ToString(),
    };
}
