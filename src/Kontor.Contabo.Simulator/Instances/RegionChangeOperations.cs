using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>The move to another region. The billing system behind it answers refusals in an envelope of its own.</summary>
internal static class RegionChangeOperations
{
    // Source: the description's example. Assumed: the second, after the provisioning types of plan changes.
    private static readonly string[] Methods = ["installation", "migration"];

    public static CloudResponse Check(OperationCall call) =>
        Problem(call, InstanceOperations.Find(call)) is { } problem ? Refused(problem) : Answers.NoContent;

    public static CloudResponse Request(OperationCall call)
    {
        var instance = InstanceOperations.Find(call);
        var (region, method) = (call.Text("region")!, call.Text("method")!);
        if ((Problem(call, instance) ?? Problem(call, instance!, region, method)) is { } problem)
        {
            return Refused(problem);
        }

        var change = new RegionChange(call.World.Ids.NextTicket(), region, method);
        InstanceLife.Save(call.World, instance! with { RegionChange = change });
        InstanceOperations.Audit(call, instance, new { instance.Region }, new { Region = region, change.TicketNumber });
        return Answers.Single(
            200, new RegionChangeView(call.Account.TenantId, call.Account.CustomerId, change.TicketNumber),
            $"/v1/compute/instances/{instance.InstanceId}");
    }

    /// <summary>The staff are done: both addresses are others, the price is the new region's from the next charge (Assumed).</summary>
    public static Instance Finished(World world, Instance instance)
    {
        var moved = instance with
        {
            Region = instance.RegionChange!.Region,
            RegionChange = null,
            MovedAddress = world.Ids.NextInstance(),
        };
        var product = world.Catalogue.Products[moved.ProductId];
        return moved.Contract is { } contract
            ? moved with { Contract = contract with { Monthly = Billing.ContractBook.Monthly(product, moved.Region, moved.Period, moved.AddOns) } }
            : moved;
    }

    // Documented: "invalid_order_id" is an example, extra storage forbids a move. Assumed: when it is said, and all other words.
    private static string? Problem(OperationCall call, Instance? instance) => instance switch
    {
        null or { Contract: null } => "invalid_order_id",
        { Contract.CancelDate: not null } => "order_cancelled",
        { RegionChange: not null } => "region_change_pending",
        { HasExtraStorage: true } => "additional_ssd",
        _ when instance.Suspended || !InstanceTasks.IsSettled(instance) => "instance_not_ready",
        _ => null,
    };

    private static string? Problem(OperationCall call, Instance instance, string region, string method)
    {
        var offered = call.World.Catalogue.Products[instance.ProductId].SurchargeEur;
        if (region == instance.Region || !offered.ContainsKey(region))
        {
            return "invalid_region";
        }

        return Methods.Contains(method) ? null : "invalid_method";
    }

    private static CloudResponse Refused(string problem) => Answers.Of(400, new BillingRefusal([problem]));
}

/// <summary>Source: schema RegionChangeResponseData.</summary>
internal sealed record RegionChangeView(string TenantId, string CustomerId, long TicketNumber);
