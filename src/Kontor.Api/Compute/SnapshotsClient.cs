using Kontor.Api.Common;
using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>The snapshots of machines.</summary>
public sealed class SnapshotsClient
{
    private readonly ApiCalls _calls;

    internal SnapshotsClient(ApiCalls calls) => _calls = calls;

    /// <summary>Lists a machine's snapshots as Contabo has them now, with how many it may have.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<SnapshotListResponse> ListAsync(string instanceId, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(instanceId), ApiJsonContext.Default.SnapshotListResponse, cancellationToken);

    /// <summary>Takes a snapshot.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="request">How it is called.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> CreateAsync(
        string instanceId, CreateSnapshotRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        PathOf(instanceId),
        request,
        ApiJsonContext.Default.CreateSnapshotRequest,
        idempotencyKey,
        ApiJsonContext.Default.OperationResponse,
        cancellationToken);

    /// <summary>Renames or describes a snapshot.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="request">Its new words.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> UpdateAsync(
        string instanceId, string snapshotId, UpdateSnapshotRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PatchAsync(
            PathOf(instanceId, snapshotId),
            request,
            ApiJsonContext.Default.UpdateSnapshotRequest,
            idempotencyKey,
            ApiJsonContext.Default.OperationResponse,
            cancellationToken);

    /// <summary>Deletes a snapshot.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> DeleteAsync(string instanceId, string snapshotId, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.DeleteAsync(PathOf(instanceId, snapshotId), idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Shows what a rollback would take.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<RollbackPreviewResponse> PreviewRollbackAsync(string instanceId, string snapshotId, CancellationToken cancellationToken) =>
        _calls.GetAsync($"{PathOf(instanceId, snapshotId)}/rollback", ApiJsonContext.Default.RollbackPreviewResponse, cancellationToken);

    /// <summary>Puts the machine's disk back to a snapshot: what was written since is lost, and every newer snapshot vanishes.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="request">The newer snapshots, as the preview shows them.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> RollBackAsync(
        string instanceId, string snapshotId, RollbackRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"{PathOf(instanceId, snapshotId)}/rollback",
            request,
            ApiJsonContext.Default.RollbackRequest,
            idempotencyKey,
            ApiJsonContext.Default.OperationResponse,
            cancellationToken);

    private static string PathOf(string instanceId) => $"instances/{Uri.EscapeDataString(instanceId)}/snapshots";

    private static string PathOf(string instanceId, string snapshotId) => $"{PathOf(instanceId)}/{Uri.EscapeDataString(snapshotId)}";
}
