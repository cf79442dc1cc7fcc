using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Compute.Rescue;
using Kontor.Engine.Compute.ResetPassword;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Secrets;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What stands in front of Kontor: it sends every event until it is acknowledged, and some twice.</summary>
internal sealed class BillingSystem(Func<SimNode?> node, SimTime time, Random random)
{
    private static readonly Actor Shop = new(ActorKind.ApiKey, "shop", "shop");
    private int _keys;

    /// <summary>Sends an order until it is acknowledged.</summary>
    public async Task OrderAsync(SimOrder order)
    {
        var key = NewKey();
        while (order.Acknowledged is null)
        {
            await TryOnNodeAsync(async alive =>
            {
                var accepted = await alive.Get<OrderInstanceHandler>().HandleAsync(order.Request, key, Shop, CancellationToken.None);
                order.Acknowledged ??= accepted.Value;
            });
        }
    }

    /// <summary>Sends an acknowledged order once more, as a queue does that was retried by hand.</summary>
    public async Task<AcceptedOrder?> OrderAgainAsync(SimOrder order)
    {
        AcceptedOrder? again = null;
        var key = NewKey();
        await TryOnNodeAsync(async alive =>
        {
            var answer = await alive.Get<OrderInstanceHandler>().HandleAsync(order.Request, key, Shop, CancellationToken.None);
            again = answer.Problem is null ? answer.Value : null;
        });
        return again;
    }

    /// <summary>Sends a terminate until it is acknowledged.</summary>
    public async Task TerminateAsync(SimOrder order)
    {
        var key = NewKey();
        order.TerminateSent = true;
        order.LeftAt ??= time.GetUtcNow();
        while (order.Terminate is null)
        {
            await TryOnNodeAsync(async alive =>
            {
                var request = new TerminateSubject(order.Acknowledged!.Subject.Id, order.Generation, order.SoldAs, "shop");
                var accepted = await alive.Get<TerminateSubjectHandler>().HandleAsync(request, key, Shop, CancellationToken.None);
                order.Terminate = accepted.Value.Id;
            });
        }
    }

    /// <summary>Sends an acknowledged terminate once more.</summary>
    public async Task<OperationId?> TerminateAgainAsync(SimOrder order)
    {
        OperationId? again = null;
        var key = NewKey();
        await TryOnNodeAsync(async alive =>
        {
            var request = new TerminateSubject(order.Acknowledged!.Subject.Id, order.Generation, order.SoldAs, "shop");
            var accepted = await alive.Get<TerminateSubjectHandler>().HandleAsync(request, key, Shop, CancellationToken.None);
            again = accepted.Value.Id;
        });
        return again;
    }

    /// <summary>Sends a wish about the power of an order's machine, until it is acknowledged or refused; none when there is no machine.</summary>
    public async Task PowerAsync(SimOrder order, PowerAction action)
    {
        var (key, sent) = (NewKey(), false);
        await OnMachineAsync(order, async (alive, machine) =>
        {
            if (!sent)
            {
                sent = true;
                order.Powers.Add((action, null));
            }

            var wish = new ChangeInstance(machine.Id, PowerActions.NameOf(action), "shop");
            Answered(order, action, await alive.Get<ChangeInstanceHandler>().HandleAsync(wish, key, Shop, CancellationToken.None));
        });
    }

    /// <summary>Has an order's machine protected and no longer, and called something else; each is sent until it is acknowledged or refused.</summary>
    public async Task CareAsync(SimOrder order)
    {
        var key = NewKey();
        foreach (var rebuild in new[] { true, false })
        {
            await OnMachineAsync(order, async (alive, machine) => _ = await alive.Get<ProtectInstanceHandler>().HandleAsync(
                new ProtectInstance(machine.Id, Delete: false, rebuild, "shop"), Shop, CancellationToken.None));
        }

        await OnMachineAsync(order, async (alive, machine) =>
        {
            var wish = new RenameInstance(machine.Id, $"called {order.Number}", "shop");
            var answer = await alive.Get<RenameInstanceHandler>().HandleAsync(wish, key, Shop, CancellationToken.None);
            order.Others.AddRange(answer.Problem is null ? [answer.Value.Id] : []);
        });
    }

    /// <summary>Has something done to an order's machine, again until no process dies in it; nothing when there is no machine.</summary>
    internal async Task OnMachineAsync(SimOrder order, Func<SimNode, Resource, Task> wish)
    {
        var over = false;
        while (!over)
        {
            await TryOnNodeAsync(async alive =>
            {
                var machines = await alive.Get<ShowInstancesHandler>().ListAsync(Shop, order.Acknowledged!.Subject.Id, null, 10, CancellationToken.None);
                if (machines.Find(machine => machine.Resource.Generation == order.Generation) is { } machine)
                {
                    await wish(alive, machine.Resource);
                }

                over = true;
            });
        }
    }

    /// <summary>Sends a wish about the way into an order's machine, until it is acknowledged or refused; none when there is no machine.</summary>
    public async Task AccessAsync(SimOrder order, AccessWish wish)
    {
        var (key, sent) = (NewKey(), false);
        await OnMachineAsync(order, async (alive, machine) =>
        {
            if (!sent)
            {
                sent = true;
                order.Accesses.Add((wish, null));
            }

            var answer = await AskAsync(alive, machine.Id, wish, key);
            order.Accesses[order.Accesses.FindLastIndex(access => access == (wish, null))] = (wish, answer.Problem is null ? answer.Value.Id : null);
            order.Accesses.RemoveAll(access => access.Wish == wish && access.Operation is null);
        });
    }

    private static Task<Result<Operation>> AskAsync(SimNode alive, ResourceId machine, AccessWish wish, string key) => wish switch
    {
        AccessWish.NewPassword => alive.Get<ResetPasswordHandler>().HandleAsync(
            new ResetPassword(machine, null, null, false, "shop"), key, Shop, CancellationToken.None),
        AccessWish.OwnPassword => alive.Get<ResetPasswordHandler>().HandleAsync(
            new ResetPassword(machine, [AccessWishes.Key], new SecretText(AccessWishes.Password), false, "shop"), key, Shop, CancellationToken.None),
        AccessWish.Rescue => alive.Get<RescueHandler>().HandleAsync(new RescueInstance(machine, null, "shop"), key, Shop, CancellationToken.None),
        AccessWish.LeaveRescue => alive.Get<RescueHandler>().LeaveAsync(machine, "shop", key, Shop, CancellationToken.None),
        _ => alive.Get<ReinstallHandler>().HandleAsync(
            new ReinstallInstance(machine, "4efbc0ba-2313-4fe1-842a-516f8652e729", "shop")
            {
                SshKeys = [AccessWishes.Key],
                UserData = new SecretText(AccessWishes.UserData),
                Confirm = machine.Value,
                Loses = true,
            },
            key,
            Shop,
            CancellationToken.None),
    };

    /// <summary>Sends the wish that an order's machine be suspended, or no longer, until it is acknowledged or refused.</summary>
    public async Task SuspendAsync(SimOrder order, bool suspended)
    {
        var key = NewKey();
        var action = suspended ? PowerAction.Suspend : PowerAction.Unsuspend;
        order.Powers.Add((action, null));
        var over = false;
        while (!over)
        {
            await TryOnNodeAsync(async alive =>
            {
                var wish = new SuspendSubject(order.Acknowledged!.Subject.Id, order.Generation, order.SoldAs, suspended, "shop");
                var answer = await alive.Get<SuspendSubjectHandler>().HandleAsync(wish, key, Shop, CancellationToken.None);
                over = true;
                Answered(order, action, answer);
            });
        }
    }

    /// <summary>What was refused was never wished, as far as anybody counts.</summary>
    private static void Answered(SimOrder order, PowerAction action, Result<Operation> answer)
    {
        var wish = order.Powers.FindLastIndex(power => power == (action, null));
        if (answer.Problem is null)
        {
            order.Powers[wish] = (action, answer.Value.Id);
        }
        else
        {
            order.Powers.RemoveAt(wish);
        }
    }

    /// <summary>A person opens the next generation of a service whose machine was terminated.</summary>
    public async Task<bool> OpenGenerationAsync(SimOrder order)
    {
        var opened = false;
        await TryOnNodeAsync(async alive =>
        {
            var answer = await alive.Get<OpenGenerationHandler>().HandleAsync(order.Acknowledged!.Subject.Id, "shop", Shop, CancellationToken.None);
            opened = answer.Problem is null;
        });
        return opened;
    }

    internal string NewKey() => random.Next(3) == 0 ? $"retry-{++_keys}" : $"event-{++_keys}";

    private async Task TryOnNodeAsync(Func<SimNode, Task> call)
    {
        if (node() is not { } alive)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), time, CancellationToken.None);
            return;
        }

        try
        {
            await call(alive);
        }
        catch (NodeDied)
        {
        }
    }
}
