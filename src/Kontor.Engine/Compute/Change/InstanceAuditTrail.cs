using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Change;

/// <summary>The provider's audit of machines themselves: orders, names, installations.</summary>
internal static class InstanceAuditTrail
{
    /// <summary>Whether it has what an intent sent. Rows come late and may be missing, so that it has not proves nothing.</summary>
    public static async Task<bool> HasAsync(ContaboAccounts accounts, Intent intent, CancellationToken cancellationToken)
    {
        if (accounts.Find(intent.Account) is not { } account)
        {
            return false;
        }

        try
        {
            var instance = intent.Target!.Value.Value;
            var filter = new InstanceAuditFilter { RequestId = RequestId.Parse(intent.RequestId), InstanceId = instance };
            // Contabo ignores a filter it does not know and then returns everything: only an exact match is a hit.
            await foreach (var row in account.Client.InstanceAudits.ListAsync(filter, cancellationToken))
            {
                if (row.InstanceId == instance && string.Equals(row.RequestId, intent.RequestId, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }
        catch (ContaboApiException)
        {
            // Nothing was learned; it is looked for again until the deadline.
        }

        return false;
    }
}
