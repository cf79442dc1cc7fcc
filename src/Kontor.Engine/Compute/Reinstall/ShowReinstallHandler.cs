using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>Shows what a new installation would lose, so that whoever wishes one knows; another's machine is answered exactly like an absent one.</summary>
public sealed class ShowReinstallHandler(Database database, ShowInstancesHandler instances, ContaboAccounts accounts)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ReinstallLosses>> HandleAsync(ResourceId id, Actor actor, CancellationToken cancellationToken)
    {
        var shown = await instances.FindAsync(id, actor, cancellationToken);
        if (shown.Problem is { } problem)
        {
            return problem;
        }

        var row = shown.Value;
        if (row.Resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        var disk = await database.ReadAsync(db => InstallableImage.DiskOfAsync(db, row.Mirror.ProductId, cancellationToken), cancellationToken);
        return new ReinstallLosses(row.Resource, row.Mirror, disk, await SnapshotsAsync(row.Resource, cancellationToken));
    }

    /// <summary>Nobody has published whether snapshots outlive a new installation, so they are counted among what is lost.</summary>
    private async Task<IReadOnlyList<LostSnapshot>?> SnapshotsAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (accounts.Find(resource.Account) is not { } account)
        {
            return null;
        }

        try
        {
            var snapshots = new List<LostSnapshot>();
            await foreach (var snapshot in account.Client.Snapshots.ListAsync(resource.ProviderId.Value, filter: null, cancellationToken))
            {
                snapshots.Add(new LostSnapshot(snapshot.Name ?? snapshot.SnapshotId ?? "", snapshot.CreatedDate));
            }

            return snapshots;
        }
        catch (ContaboApiException)
        {
            // Not known is said as such; it is no reason to hide the rest.
            return null;
        }
    }
}

/// <summary>What a new installation of a machine would lose.</summary>
/// <param name="Resource">The machine.</param>
/// <param name="Mirror">What the provider last said about it.</param>
/// <param name="DiskMib">How large the disk is that is wiped, in MiB; null when the catalogue does not know its plan.</param>
/// <param name="Snapshots">The snapshots; null when the provider could not be asked.</param>
public sealed record ReinstallLosses(Resource Resource, InstanceRow Mirror, long? DiskMib, IReadOnlyList<LostSnapshot>? Snapshots);

/// <summary>A snapshot that would be lost.</summary>
public sealed record LostSnapshot(string Name, DateTimeOffset? CreatedAt);
