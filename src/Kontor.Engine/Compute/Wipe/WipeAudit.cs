using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Wipe;

/// <summary>The provider's audit of machines, in which a new installation leaves a row.</summary>
internal static class WipeAudit
{
    /// <summary>Whether it has what an intent sent. Rows come late and may be missing, so that it has not proves nothing.</summary>
    public static async Task<bool> HasAsync(ContaboAccounts accounts, Intent intent, CancellationToken cancellationToken)
    {
        if (accounts.Find(intent.Account) is not { } account)
        {
            return false;
        }

        var (request, instance) = (RequestId.Parse(intent.RequestId), intent.Target!.Value.Value);
        try
        {
            var filter = new InstanceAuditFilter { RequestId = request, InstanceId = instance };
            // Contabo ignores a filter it does not know and then returns everything: only an exact match is a hit.
            await foreach (var row in account.Client.InstanceAudits.ListAsync(filter, cancellationToken))
            {
                if (row.InstanceId == instance && row.Action == AuditAction.Updated
                    && string.Equals(row.RequestId, request.ToString(), StringComparison.OrdinalIgnoreCase))
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
