using Kontor.Contabo;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Reads a machine's snapshots from the provider, and how many it may have from the catalogue.</summary>
public sealed class SnapshotReader(ContaboAccounts accounts, ResourceStore resources, KnownPlans plans, TimeProvider clock)
{
    /// <summary>Reads them all.</summary>
    /// <returns>A problem when the provider could not be asked or its list was not complete: nothing follows from that.</returns>
    public async Task<Result<SnapshotsSeen>> ReadAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (accounts.Find(resource.Account) is not { } account)
        {
            return AccountProblems.Missing(resource.Account);
        }

        try
        {
            return await ReadAsync(account.Client, resource.ProviderId.Value, cancellationToken);
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    /// <summary>How many snapshots the machine's plan allows; null when the catalogue does not know the plan.</summary>
    public async Task<int?> LimitAsync(Resource resource, CancellationToken cancellationToken)
    {
        var (_, mirror) = (await resources.FindAsync(resource.Id, cancellationToken))!.Value;
        return (await plans.FindAsync(mirror.ProductId, cancellationToken))?.Snapshots;
    }

    private async Task<Result<SnapshotsSeen>> ReadAsync(IContaboClient client, long instance, CancellationToken cancellationToken)
    {
        var (check, seen) = (new PageCheck(), new List<Snapshot>());
        await foreach (var page in client.Snapshots.ListPagesAsync(instance, filter: null, cancellationToken))
        {
            check.Add(page, snapshot => $"{snapshot.SnapshotId}");
            seen.AddRange(page.Items.Where(snapshot => snapshot.SnapshotId is { Length: > 0 }));
        }

        return check.Complete
            ? new SnapshotsSeen(
                [.. seen.OrderBy(snapshot => snapshot.CreatedDate).ThenBy(snapshot => snapshot.SnapshotId, StringComparer.Ordinal)], clock.GetUtcNow())
            : SnapshotProblems.ListIncomplete();
    }
}
