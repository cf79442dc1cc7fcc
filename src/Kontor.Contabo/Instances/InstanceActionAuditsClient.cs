using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class InstanceActionAuditsClient(ApiCaller caller) : IInstanceActionAuditsClient
{
    public IAsyncEnumerable<Page<InstanceActionAudit>> ListPagesAsync(
        InstanceActionAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeInstanceActionAudit, cancellationToken);

    public IAsyncEnumerable<InstanceActionAudit> ListAsync(InstanceActionAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(InstanceActionAuditFilter? filter) =>
        ApiCall.Read("retrieveInstancesActionsAuditsList", InstancePath.Root + "/actions/audits") with
        {
            Query = new Query().Add(filter).Add("instanceId", filter?.InstanceId).ToString(),
        };
}
