using Kontor.Contabo;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Accounts;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>The provider's audit of snapshots: what became of a call whose answer was lost. Rows come late, so that one is missing proves nothing.</summary>
public sealed class SnapshotAudits(ContaboAccounts accounts)
{
    /// <summary>The id of the snapshot that an intent took; null when the audit does not say so.</summary>
    public async Task<string?> CreatedByAsync(Intent intent, CancellationToken cancellationToken) =>
        (await OfAsync(intent, cancellationToken)).FirstOrDefault(row => row.Action == AuditAction.Created)?.SnapshotId;

    /// <summary>Whether the audit says that an intent did something to a snapshot.</summary>
    public async Task<bool> HasAsync(Intent intent, string snapshot, CancellationToken cancellationToken) =>
        (await OfAsync(intent, cancellationToken)).Exists(row => row.SnapshotId == snapshot);

    private async Task<List<SnapshotAudit>> OfAsync(Intent intent, CancellationToken cancellationToken)
    {
        var (found, request, machine) = (new List<SnapshotAudit>(), RequestId.Parse(intent.RequestId), intent.Target!.Value.Value);
        if (accounts.Find(intent.Account) is not { } account)
        {
            return found;
        }

        try
        {
            var filter = new SnapshotAuditFilter { RequestId = request, InstanceId = machine };
            await foreach (var row in account.Client.SnapshotAudits.ListAsync(filter, cancellationToken))
            {
                // Contabo ignores a filter it does not know and then returns everything: only an exact match is a hit.
                if (row.InstanceId == machine && string.Equals(row.RequestId, request.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(row);
                }
            }
        }
        catch (ContaboApiException)
        {
            // Nothing more was learned; it is looked for again until the deadline.
        }

        return found;
    }
}
