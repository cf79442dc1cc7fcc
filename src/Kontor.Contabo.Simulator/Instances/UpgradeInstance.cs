using System.Text.Json;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Buys add-ons for an instance that is there: money, like an order.</summary>
internal static class UpgradeInstance
{
    public static CloudResponse Handle(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        var product = call.World.Catalogue.Products[instance.ProductId];
        var wishes = Wishes(call, product);
        if (Refusal(call, instance, product, wishes) is { } refusal)
        {
            return refusal;
        }

        var bought = wishes.Aggregate(
            instance, (current, addOn) => call.World.Contracts.AddOn(current, call.Account, addOn, call.RequestId, call.World.Now));
        InstanceLife.Save(call.World, bought);
        InstanceOperations.Audit(call, instance, Shown(instance), Shown(bought));
        return Answers.Single(200, InstanceReceipt.Of(call, instance), $"/v1/compute/instances/{instance.InstanceId}");
    }

    private static List<OrderedAddOn> Wishes(OperationCall call, Product product)
    {
        var wishes = new List<OrderedAddOn>();
        if (call.Field("privateNetworking") is { ValueKind: JsonValueKind.Object })
        {
            var addOn = call.World.Catalogue.AddOns[Catalogue.PrivateNetworking];
            wishes.Add(new OrderedAddOn(addOn.Id, 1, addOn.MonthlyFor(product)));
        }

        if (call.Field("backup") is { ValueKind: JsonValueKind.Object })
        {
            wishes.Add(new OrderedAddOn(Catalogue.Backup, 1, product.BackupEur));
        }

        return wishes;
    }

    private static CloudResponse? Refusal(OperationCall call, Instance instance, Product product, List<OrderedAddOn> wishes)
    {
        if (wishes.Count == 0)
        {
            // Assumed: a purchase of nothing.
            return Answers.Refusal(400, ["privateNetworking or backup must be given"]);
        }

        if (wishes.Any(wish => instance.AddOns.Any(addOn => addOn.Id == wish.Id)))
        {
            // Source: the official Terraform provider counts on the status. Assumed: the text, and that nothing of the call is bought.
            return Answers.Refusal(409, "Instance already has this add-on");
        }

        if (product.BackupEur == 0 && wishes.Any(wish => wish.Id == Catalogue.Backup))
        {
            // Assumed: plans without a backup price have no backup.
            return Answers.Refusal(400, $"Bad Request product {product.ProductId} has no backup");
        }

        // Assumed: what is not installed, has no contract or is suspended gets nothing more sold.
        return instance.Contract is null || instance.Suspended || !InstanceTasks.IsSettled(instance)
            ? InstanceTasks.Refusal(call.World, instance, "upgrade")
            : null;
    }

    private static object Shown(Instance instance) => new { AddOns = instance.AddOns.Select(addOn => addOn.Id).ToArray() };
}
