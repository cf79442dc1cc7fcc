using Kontor.Contabo;
using Kontor.Contabo.Instances;

namespace Kontor.Engine.Compute.Power;

/// <summary>The provider's audit of power actions: the only trace that a restart leaves.</summary>
internal static class PowerAudit
{
    /// <summary>Whether it has a call. Rows come late and may be missing, so that it has not proves nothing.</summary>
    public static async Task<bool> HasAsync(IContaboClient client, RequestId requestId, long instance, CancellationToken cancellationToken)
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
