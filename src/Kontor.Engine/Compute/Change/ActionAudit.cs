using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Change;

/// <summary>The provider's audit of actions on machines: the only trace that some of them leave.</summary>
internal static class ActionAudit
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
            return await HasAsync(account.Client, RequestId.Parse(intent.RequestId), intent.Target!.Value.Value, cancellationToken);
        }
        catch (ContaboApiException)
        {
            // Nothing was learned; it is looked for again until the deadline.
            return false;
        }
    }

    private static async Task<bool> HasAsync(IContaboClient client, RequestId requestId, long instance, CancellationToken cancellationToken)
    {
        var filter = new InstanceActionAuditFilter { RequestId = requestId, InstanceId = instance };
        // Contabo ignores a filter it does not know and then returns everything: only an exact match is a hit.
        await foreach (var row in client.InstanceActionAudits.ListAsync(filter, cancellationToken))
        {
            if (row.InstanceId == instance && string.Equals(row.RequestId, requestId.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
