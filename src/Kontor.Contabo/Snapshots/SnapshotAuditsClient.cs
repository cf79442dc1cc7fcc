using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Snapshots;

internal sealed class SnapshotAuditsClient(ApiCaller caller) : ISnapshotAuditsClient
{
    public IAsyncEnumerable<Page<SnapshotAudit>> ListPagesAsync(SnapshotAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeSnapshotAudit, cancellationToken);

    public IAsyncEnumerable<SnapshotAudit> ListAsync(SnapshotAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(SnapshotAuditFilter? filter) => ApiCall.Read("retrieveSnapshotsAuditsList", "/v1/compute/snapshots/audits") with
    {
        Query = new Query().Add(filter).Add("instanceId", filter?.InstanceId).Add("snapshotId", filter?.SnapshotId).ToString(),
    };
}
