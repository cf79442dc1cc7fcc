using System.Globalization;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Billing;
using Kontor.Engine.Compute;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What must never be so, judged by the cloud's own purchase log and contracts. Our database is not asked.</summary>
internal static class Oracle
{
    /// <summary>How long a machine keeps its disk after its customer left.</summary>
    public static readonly TimeSpan Retention = new ComputeOptions().WipeAfter;

    /// <summary>Checks what must hold after every single step.</summary>
    /// <exception cref="InvariantViolated">Something is so that must never be.</exception>
    public static void Check(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        var purchases = world.Cloud.PurchaseLog.Where(purchase => purchase.DisplayName != Stranger.Name).ToList();
        CheckBoughtOnce([.. purchases.Where(purchase => purchase.AddOnId is null)], orders);
        CheckAddOnsOnce(purchases, orders);
        CheckPaidCallsOnce(world.Cloud.Requests);
        CheckSpend([.. purchases.Where(purchase => purchase.AddOnId is null)], orders);
        CheckCancels(world, orders);
        CheckWipes(world, orders);
    }

    /// <summary>I1 and I11: per order at most one purchase, and none without an order.</summary>
    public static void CheckBoughtOnce(IReadOnlyList<PurchaseEntry> purchases, IReadOnlyList<SimOrder> orders)
    {
        foreach (var bought in purchases.GroupBy(purchase => LabelOf(purchase.DisplayName)))
        {
            if (bought.Count() > 1)
            {
                throw new InvariantViolated("I1", $"{bought.Count()} purchases for {bought.Key}");
            }

            if (!orders.Any(order => order.Label == bought.Key))
            {
                throw new InvariantViolated("I11", $"a purchase nobody ordered: {bought.Key}");
            }
        }
    }

    /// <summary>I1 and I11: no machine is sold an add-on twice, nor one that nobody ordered.</summary>
    private static void CheckAddOnsOnce(IReadOnlyList<PurchaseEntry> purchases, IReadOnlyList<SimOrder> orders)
    {
        foreach (var bought in purchases.Where(purchase => purchase.AddOnId is not null).GroupBy(purchase => LabelOf(purchase.DisplayName)))
        {
            if (bought.GroupBy(purchase => (purchase.InstanceId, purchase.AddOnId)).Any(one => one.Count() > 1))
            {
                throw new InvariantViolated("I1", $"an add-on of {bought.Key} was bought twice");
            }

            if (bought.Count() > orders.FirstOrDefault(order => order.Label == bought.Key)?.AddOns)
            {
                throw new InvariantViolated("I11", $"{bought.Key} has more add-ons than were ordered");
            }
        }
    }

    /// <summary>I1: an order for a machine's add-on follows another one only if that was refused, whatever the cloud made of it.</summary>
    public static void CheckPaidCallsOnce(IEnumerable<RequestRecord> requests)
    {
        foreach (var calls in requests.Where(request => request.OperationId == "upgradeInstance").GroupBy(request => request.Path))
        {
            if (calls.SkipLast(1).FirstOrDefault(call => call.Status is not (400 or 401 or 402 or 403 or 404 or 422 or 429)) is { } open)
            {
                throw new InvariantViolated("I1", $"{open.Path} was sent again though its outcome was {open.Status?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}");
            }
        }
    }

    /// <summary>I5: nothing is bought but what was sealed, at the price that was sealed.</summary>
    private static void CheckSpend(IReadOnlyList<PurchaseEntry> purchases, IReadOnlyList<SimOrder> orders)
    {
        foreach (var purchase in purchases)
        {
            var sealedOrder = orders.First(order => order.Label == LabelOf(purchase.DisplayName)).Acknowledged?.Order;
            if (sealedOrder is not null && (purchase.ProductId != sealedOrder.Plan || purchase.Period != sealedOrder.TermMonths || purchase.Amount > sealedOrder.Committed.Major))
            {
                throw new InvariantViolated("I5", $"{purchase.Amount} {purchase.Currency} was spent for {purchase.DisplayName}, {sealedOrder.Committed} was authorised");
            }
        }
    }

    /// <summary>I9: only a machine whose own customer left has an end.</summary>
    private static void CheckCancels(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        foreach (var instance in world.Cloud.Instances.Where(instance => instance.Contract?.CancelDate is not null))
        {
            if (!world.ByHand.HasCancelled(instance.InstanceId) && !orders.Any(order => order.TerminateSent && order.Label == LabelOf(instance.OrderedName)))
            {
                throw new InvariantViolated("I9", $"{instance.OrderedName} was cancelled and its customer did not leave");
            }
        }
    }

    /// <summary>I9: a disk is overwritten as often as its customer wished, and once more when that customer left and the retention is over.</summary>
    private static void CheckWipes(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        foreach (var instance in world.Cloud.Instances.Where(instance => instance.Installations > 0))
        {
            var order = orders.FirstOrDefault(order => order.Label == LabelOf(instance.OrderedName));
            var allowed = world.ByHand.Installations(instance.InstanceId) + (order?.Reinstalls ?? 0) + (order?.LeftAt + Retention <= world.Time.GetUtcNow() ? 1 : 0);
            if (instance.Installations > allowed)
            {
                throw new InvariantViolated("I9", $"{instance.OrderedName} was installed anew {instance.Installations} times, and {allowed} were allowed");
            }
        }
    }

    private static string LabelOf(string displayName) =>
        displayName.LastIndexOf(" k-", StringComparison.Ordinal) is var at and >= 0 ? displayName[..at] : displayName;
}
