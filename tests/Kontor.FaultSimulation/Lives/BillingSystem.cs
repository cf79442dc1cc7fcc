using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
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
        var key = NewKey();
        var (sent, over) = (false, false);
        while (!over)
        {
            await TryOnNodeAsync(async alive =>
            {
                var machines = await alive.Get<ShowInstancesHandler>().ListAsync(Shop, order.Acknowledged!.Subject.Id, null, 10, CancellationToken.None);
                if (machines.Find(machine => machine.Resource.Generation == order.Generation) is not { } machine)
                {
                    over = true;
                    return;
                }

                if (!sent)
                {
                    sent = true;
                    order.Powers.Add((action, null));
                }

                var wish = new ChangeInstance(machine.Resource.Id, PowerActions.NameOf(action), "shop");
                var answer = await alive.Get<ChangeInstanceHandler>().HandleAsync(wish, key, Shop, CancellationToken.None);
                over = true;
                Answered(order, action, answer);
            });
        }
    }

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

    private string NewKey() => random.Next(3) == 0 ? $"retry-{++_keys}" : $"event-{++_keys}";

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
