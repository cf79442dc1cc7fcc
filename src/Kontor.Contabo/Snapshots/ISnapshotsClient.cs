namespace Kontor.Contabo.Snapshots;

/// <summary>The snapshots of instances. Every write is attempted once.</summary>
public interface ISnapshotsClient
{
    /// <summary>Lists the snapshots of one instance page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveSnapshotList")]
    IAsyncEnumerable<Page<Snapshot>> ListPagesAsync(long instanceId, SnapshotFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the snapshots of one instance one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveSnapshotList")]
    IAsyncEnumerable<Snapshot> ListAsync(long instanceId, SnapshotFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one snapshot, or null when Contabo itself says that it or its instance does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words.</exception>
    [ApiOperation("retrieveSnapshot")]
    Task<Snapshot?> FindAsync(long instanceId, string snapshotId, CancellationToken cancellationToken);

    /// <summary>Reads one snapshot that is known to exist.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveSnapshot")]
    Task<Snapshot> GetAsync(long instanceId, string snapshotId, CancellationToken cancellationToken);

    /// <summary>Takes a snapshot; it can be used a few seconds after the answer.</summary>
    /// <exception cref="ContaboApiException">
    /// Look at <see cref="ContaboApiException.Outcome"/>; 402 means that the instance holds as many as its product allows.
    /// </exception>
    [ApiOperation("createSnapshot")]
    Task<Snapshot> CreateAsync(long instanceId, CreateSnapshotRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Renames or describes a snapshot.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("updateSnapshot")]
    Task<Snapshot> UpdateAsync(
        long instanceId, string snapshotId, UpdateSnapshotRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Deletes a snapshot; it may stay in lists for a while.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 404 means it was gone.</exception>
    [ApiOperation("deleteSnapshot")]
    Task DeleteAsync(long instanceId, string snapshotId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the instance the disk of the snapshot: what was written since is lost, and every newer snapshot is deleted. It
    /// goes on after the answer.
    /// </summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/> before anything else is done.</exception>
    [ApiOperation("rollbackSnapshot")]
    Task RollbackAsync(long instanceId, string snapshotId, RequestId requestId, CancellationToken cancellationToken);
}
