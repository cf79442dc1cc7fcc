using Kontor.Engine.Compute.Power;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What customers do with their machines between the order and the end, as far as the plan has it.</summary>
internal sealed class Usage(LifePlan plan, SimWorld world, BillingSystem billing)
{
    private IEnumerable<SimOrder> Served => plan.Orders.Where(order => order.Acknowledged is not null);

    /// <summary>Does all of it.</summary>
    public void Run()
    {
        UseAccess();
        // A rollback leaves a machine running: what is wished of its power comes after it.
        WishMore();
        UsePower();
        UseImages();
    }

    /// <summary>Each machine gets some ways in, one after the other.</summary>
    private void UseAccess()
    {
        if (!plan.Accesses)
        {
            return;
        }

        for (var round = 0; round < 3; round++)
        {
            foreach (var order in Served)
            {
                var wish = NextAccess(order, round);
                world.RunLater(Seconds(60), () => billing.AccessAsync(order, wish));
            }

            world.RunUntilQuiet(Life.Horizon);
            world.SweepSecretsNow();
        }
    }

    /// <summary>What the plan says comes first; who went into rescue comes out of it.</summary>
    private AccessWish NextAccess(SimOrder order, int round) =>
        order.Accesses is [.., (AccessWish.Rescue, _)] ? AccessWish.LeaveRescue
        : round == 0 && plan.FirstAccess is { } first ? first
        : AccessWishes.All[world.Random.Next(AccessWishes.All.Count)];

    /// <summary>Each machine gets some wishes, one after the other and now and then two at once.</summary>
    private void UsePower()
    {
        if (!plan.Powers)
        {
            return;
        }

        for (var round = 0; round < 2; round++)
        {
            foreach (var order in Served)
            {
                var action = round == 0 && plan.FirstPower is { } first ? first : PowerActions.Customers[world.Random.Next(PowerActions.Customers.Count)];
                world.RunLater(Seconds(60), () => billing.PowerAsync(order, action));
                if (world.Random.Next(3) == 0)
                {
                    world.RunLater(Seconds(60), () => SuspendAsync(order));
                }

                if (world.Random.Next(3) == 0)
                {
                    world.RunLater(Seconds(60), () => billing.CareAsync(order));
                }
            }

            if (world.Random.Next(3) != 0)
            {
                world.RunUntilQuiet(Life.Horizon);
            }
        }

        world.RunUntilQuiet(Life.Horizon);
    }

    /// <summary>Each machine gets what is kept, bought and changed for it, one after the other; the provider's staff move it.</summary>
    private void WishMore()
    {
        if (!plan.More)
        {
            return;
        }

        foreach (var wish in new MoreWishes(billing, world).All)
        {
            foreach (var order in Served)
            {
                world.RunLater(Seconds(60), () => wish(order));
            }

            world.RunUntilQuiet(Life.Horizon);
            world.Cloud.Instances.ToList().ForEach(instance => world.Cloud.Panel.FinishRegionChange(instance.InstanceId));
        }

        world.SweepNow();
        world.RunUntilQuiet(Life.Horizon);
    }

    private void UseImages()
    {
        if (plan.Images)
        {
            new ImageWork(world, billing).Do([.. Served]);
        }
    }

    /// <summary>A customer does not pay, pays, and does not pay again.</summary>
    private async Task SuspendAsync(SimOrder order)
    {
        foreach (var suspended in new[] { true, false, true })
        {
            await billing.SuspendAsync(order, suspended);
            await Task.Delay(Seconds(120), world.Time, CancellationToken.None);
        }
    }

    private TimeSpan Seconds(int most) => TimeSpan.FromSeconds(world.Random.Next(most));
}
