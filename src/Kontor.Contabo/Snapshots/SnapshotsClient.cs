using System.Text.Json;
using Kontor.Contabo.Calls;
using Kontor.Contabo.Instances;

namespace Kontor.Contabo.Snapshots;

internal sealed class SnapshotsClient(ApiCaller caller) : ISnapshotsClient
{
    public IAsyncEnumerable<Page<Snapshot>> ListPagesAsync(long instanceId, SnapshotFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveSnapshotList", PathOf(instanceId)) with
            {
                Query = new Query().Add("name", filter?.Name).AddEach("orderBy", filter?.OrderBy).ToString(),
            },
            ReplyJsonContext.Default.EnvelopeSnapshot,
            cancellationToken);

    public IAsyncEnumerable<Snapshot> ListAsync(long instanceId, SnapshotFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(instanceId, filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Snapshot?> FindAsync(long instanceId, string snapshotId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(instanceId, snapshotId, cancellationToken));

    public async Task<Snapshot> GetAsync(long instanceId, string snapshotId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveSnapshot", PathOf(instanceId, snapshotId));
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeSnapshot, snapshot => IsTheOne(snapshot, instanceId, snapshotId));
    }

    public async Task<Snapshot> CreateAsync(
        long instanceId, CreateSnapshotRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.CreateSnapshotRequest);
        var call = ApiCall.Write("createSnapshot", HttpMethod.Post, PathOf(instanceId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(
            ReplyJsonContext.Default.EnvelopeSnapshot,
            snapshot => snapshot.InstanceId == instanceId && !string.IsNullOrEmpty(snapshot.SnapshotId));
    }

    public async Task<Snapshot> UpdateAsync(
        long instanceId, string snapshotId, UpdateSnapshotRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.UpdateSnapshotRequest);
        var call = ApiCall.Write("updateSnapshot", HttpMethod.Patch, PathOf(instanceId, snapshotId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeSnapshot, snapshot => IsTheOne(snapshot, instanceId, snapshotId));
    }

    public Task DeleteAsync(long instanceId, string snapshotId, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(
            ApiCall.Write("deleteSnapshot", HttpMethod.Delete, PathOf(instanceId, snapshotId), requestId), cancellationToken);

    public async Task RollbackAsync(long instanceId, string snapshotId, RequestId requestId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Write("rollbackSnapshot", HttpMethod.Post, PathOf(instanceId, snapshotId) + "/rollback", requestId);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        reply.RequireObject();
    }

    private static bool IsTheOne(Snapshot snapshot, long instanceId, string snapshotId) =>
        snapshot.InstanceId == instanceId && string.Equals(snapshot.SnapshotId, snapshotId, StringComparison.OrdinalIgnoreCase);

    private static string PathOf(long instanceId) => InstancePath.Of(instanceId) + "/snapshots";

    private static string PathOf(long instanceId, string snapshotId) => $"{PathOf(instanceId)}/{PathSegment.Of(snapshotId)}";
}
