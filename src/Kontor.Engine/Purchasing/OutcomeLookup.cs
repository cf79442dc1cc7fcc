using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;

namespace Kontor.Engine.Purchasing;

/// <summary>Looks up what became of an order whose answer was lost: in the audit by request id, and in the list by marker.</summary>
public static class OutcomeLookup
{
    /// <summary>Looks once. Nothing is sent that changes anything.</summary>
    /// <param name="client">The account's client.</param>
    /// <param name="requestId">The <c>x-request-id</c> of the lost call.</param>
    /// <param name="order">The order it carried.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public static async Task<LookupResult> LookAsync(IContaboClient client, RequestId requestId, SealedOrder order, CancellationToken cancellationToken)
    {
        var found = new SortedSet<long>();
        var audit = await TryAsync(() => LookInAuditAsync(client, requestId, found, cancellationToken));
        var list = await TryAsync(() => LookInListAsync(client, order, found, cancellationToken));
        return new LookupResult([.. found], audit is null && list is null, audit ?? list);
    }

    private static async Task<string?> LookInAuditAsync(
        IContaboClient client, RequestId requestId, SortedSet<long> found, CancellationToken cancellationToken)
    {
        var check = new PageCheck();
        await foreach (var page in client.InstanceAudits.ListPagesAsync(new InstanceAuditFilter { RequestId = requestId }, cancellationToken))
        {
            check.Add(page, row => $"{row.Id}");
            // Contabo ignores a filter it does not know and then returns everything: only an exact match is a hit.
            found.UnionWith(page.Items.Where(row => Causes(row, requestId)).Select(row => row.InstanceId!.Value));
        }

        return check.Complete ? null : "the audit list was incomplete";
    }

    private static async Task<string?> LookInListAsync(
        IContaboClient client, SealedOrder order, SortedSet<long> found, CancellationToken cancellationToken)
    {
        var check = new PageCheck();
        var marker = Marker.Parse(order.Marker);
        await foreach (var page in client.Instances.ListPagesAsync(
            new InstanceFilter { DisplayName = marker.DisplayName(order.Label) }, cancellationToken))
        {
            check.Add(page, instance => $"{instance.InstanceId}");
            found.UnionWith(page.Items.Where(instance => Marker.In(instance.DisplayName) == marker).Select(instance => instance.InstanceId!.Value));
        }

        return check.Complete ? null : "the instance list was incomplete";
    }

    private static bool Causes(InstanceAudit row, RequestId requestId) =>
        row.InstanceId is not null
        && row.Action == AuditAction.Created
        && string.Equals(row.RequestId, requestId.ToString(), StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> TryAsync(Func<Task<string?>> look)
    {
        try
        {
            return await look();
        }
        catch (ContaboApiException failure)
        {
            return failure.Message;
        }
    }
}

/// <summary>What a look-up showed.</summary>
/// <param name="Found">The instances that answer to the order.</param>
/// <param name="Complete">Whether both lists were read to the end; only then does "none" mean anything.</param>
/// <param name="Trouble">Why it was not complete.</param>
public sealed record LookupResult(IReadOnlyList<long> Found, bool Complete, string? Trouble);
