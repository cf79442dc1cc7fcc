using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Tasks;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What must hold once a run has come to rest.</summary>
internal static class EndChecks
{
    private static readonly string[] AtRest = ["succeeded", "failed", "cancelled", "needs_attention"];

    /// <summary>Checks a run at rest.</summary>
    public static async Task CheckAsync(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        await CheckAcknowledgedAsync(world, orders);
        await CheckOwnedAsync(world);
        await CheckAuditAsync(world);
        await CheckLedgerAsync(world);
        await CheckNoStrangerAsync(world);
        await CheckPowerAsync(world, orders);
        await CheckInboxAsync(world);
        await CheckNoSecretLeftAsync(world, orders);
        await ImageChecks.CheckAsync(world, orders);
    }

    /// <summary>I2 and I4: what was acknowledged is there, and is done, refused or visibly waiting for a person.</summary>
    private static async Task CheckAcknowledgedAsync(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        var operations = orders.SelectMany(order =>
            order.Powers.Select(power => power.Operation)
                .Concat(order.Others.Cast<OperationId?>())
                .Concat(order.Accesses.Select(access => access.Operation))
                .Concat([order.Acknowledged?.Operation.Id, order.Terminate]));
        foreach (var id in operations.OfType<OperationId>())
        {
            var operation = await world.Observer.Get<OperationStore>().FindAsync(id, CancellationToken.None)
                ?? throw new InvariantViolated("I4", $"the acknowledged operation {id} is gone");
            if (!AtRest.Contains(operation.Status))
            {
                throw new InvariantViolated("I2", $"{operation.Type} {id} rests in state {operation.State}, due {operation.DueAt:u}");
            }
        }
    }

    /// <summary>I3: every machine at the provider serves exactly one subject, or is a finding.</summary>
    private static async Task CheckOwnedAsync(SimWorld world)
    {
        var findings = await world.Observer.Get<FindingStore>().ListAsync(new FindingFilter(FindingState.Open, null, null, 1000), CancellationToken.None);
        var owned = await world.Observer.Get<ResourceStore>().ListAsync(null, null, null, 1000, CancellationToken.None);
        foreach (var instance in world.Cloud.Instances)
        {
            var owners = owned.Count(row => row.Resource.ProviderId.Value == instance.InstanceId);
            var listed = findings.Any(finding => finding.About.EndsWith($"/{instance.InstanceId}", StringComparison.Ordinal));
            if (owners != 1 && !listed)
            {
                throw new InvariantViolated("I3", $"machine {instance.InstanceId} ({instance.DisplayName}) has {owners} owners and is no finding");
            }
        }
    }

    /// <summary>I2: what waits for a person is an open task, whatever died on the way, and nothing else is.</summary>
    private static async Task CheckInboxAsync(SimWorld world)
    {
        var waiting = await world.Observer.Get<OperationStore>().ListAsync(
            new OperationFilter(Status: "needs_attention", Limit: 1000), CancellationToken.None);
        var store = world.Observer.Get<TaskStore>();
        var tasks = await store.ListAsync(new TaskFilter(Kind: AttentionTasks.Kind, Limit: 1000), CancellationToken.None);
        var plans = await store.ListAsync(new TaskFilter(Kind: PlanChangeFlow.TaskKind, Limit: 1000), CancellationToken.None);
        var differing = waiting.Select(operation => operation.Id.Value).ToHashSet();
        differing.SymmetricExceptWith(tasks.Concat(plans).Select(task => task.About));
        if (differing.Count > 0)
        {
            throw new InvariantViolated("I2", $"inbox and waiting operations differ in {string.Join(", ", differing)}");
        }
    }

    /// <summary>I8: the audit chain holds, and every move of an operation has its row.</summary>
    private static async Task CheckAuditAsync(SimWorld world)
    {
        var verdict = await world.Observer.Get<VerifyAuditHandler>().HandleAsync(CancellationToken.None);
        if (!verdict.Intact)
        {
            throw new InvariantViolated("I8", $"the audit chain breaks at {verdict}");
        }
    }

    /// <summary>I3: a machine counts as bought for an order only if it carries that order's marker.</summary>
    private static async Task CheckNoStrangerAsync(SimWorld world)
    {
        var owned = await world.Observer.Get<ResourceStore>().ListAsync(null, null, null, 1000, CancellationToken.None);
        foreach (var instance in world.Cloud.Instances)
        {
            var owner = owned.Select(row => row.Resource).FirstOrDefault(resource => resource.ProviderId.Value == instance.InstanceId);
            if (owner is { Origin: Resource.Bought } && !instance.OrderedName.EndsWith(owner.Marker!, StringComparison.Ordinal))
            {
                throw new InvariantViolated("I3", $"machine {instance.InstanceId} ({instance.OrderedName}) was taken for the one of {owner.Marker}");
            }
        }
    }

    /// <summary>Our ledger has nothing that the cloud did not sell; what was sold out after the order is the one exception.</summary>
    private static async Task CheckLedgerAsync(SimWorld world)
    {
        var log = world.Cloud.PurchaseLog.Select(purchase => purchase.InstanceId).ToHashSet();
        log.UnionWith(world.Cloud.Instances.Where(instance => instance.Contract is null).Select(instance => instance.InstanceId));
        var ledger = await world.Observer.Get<Engine.Purchasing.PurchaseLedger>().ListAsync(null, null, 1000, CancellationToken.None);
        foreach (var (purchase, _) in ledger.Where(line => !log.Contains(line.Purchase.ProviderId.Value)))
        {
            throw new InvariantViolated("I1", $"our ledger has machine {purchase.ProviderId}, which the cloud never sold");
        }
    }

    /// <summary>I10: a restart reaches a machine at most once for each wish; a wish that succeeded last is what the machine is like.</summary>
    private static async Task CheckPowerAsync(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        foreach (var order in orders)
        {
            var wished = order.Powers.Count(power => power.Action == PowerAction.Restart)
                + order.Accesses.Count(access => access.Wish == AccessWish.LeaveRescue) + order.RestartsAmongMany;
            if (RestartsOf(world, order) is var sent && sent > wished)
            {
                throw new InvariantViolated("I10", $"{sent} restarts of {order.Label} were sent, and {wished} were wished");
            }
        }

        foreach (var order in orders.Where(order => order is { TerminateSent: false, Powers.Count: > 0 }))
        {
            var (action, id) = order.Powers[^1];
            var machine = world.Cloud.Instances.FirstOrDefault(one => one.OrderedName.StartsWith(order.Label + " k-", StringComparison.Ordinal));
            if (id is not null && machine is not null && action != PowerAction.Unsuspend
                && await world.Observer.Get<OperationStore>().FindAsync(id.Value, CancellationToken.None) is { Status: "succeeded" }
                && machine.Status != (action is PowerAction.Start or PowerAction.Restart ? "running" : "stopped"))
            {
                throw new InvariantViolated("I2", $"{action} of {order.Label} succeeded last and its machine is {machine.Status}");
            }
        }
    }

    /// <summary>How many restarts of an order's machine the provider was asked for, whether it answered or not.</summary>
    private static int RestartsOf(SimWorld world, SimOrder order)
    {
        var machines = world.Cloud.PurchaseLog
            .Where(purchase => purchase.DisplayName.StartsWith(order.Label + " k-", StringComparison.Ordinal))
            .Select(purchase => $"/{purchase.InstanceId}/").ToHashSet();
        return world.Cloud.Requests.Count(request => request.OperationId == "restart" && machines.Any(machine => request.Path.Contains(machine, StringComparison.Ordinal)));
    }

    /// <summary>I7: what was secret is at the provider no longer than needed, and in our database never in clear.</summary>
    private static async Task CheckNoSecretLeftAsync(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        var waiting = await world.Observer.Get<OperationStore>().ListAsync(new OperationFilter(Status: "needs_attention", Limit: 1000), CancellationToken.None);
        foreach (var left in world.SecretsSwept ? world.Cloud.Secrets : [])
        {
            if (!waiting.Any(operation => left.Name.Contains(operation.Id.Value, StringComparison.Ordinal)))
            {
                throw new InvariantViolated("I7", $"the secret {left.Name} still stands at the provider");
            }
        }

        if (orders.Any(order => order.Accesses.Count > 0) && world.DatabaseHas(AccessWishes.Canary) is { } place)
        {
            throw new InvariantViolated("I7", $"a secret stands in clear in {place}");
        }
    }
}
