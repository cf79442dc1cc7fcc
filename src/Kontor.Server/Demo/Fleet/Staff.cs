using System.Net;
using Kontor.Api;
using Kontor.Api.Operations;

namespace Kontor.Server.Demo.Fleet;

/// <summary>The reseller's staff: looks into the provider's panel, and resumes or gives up what waits for a person.</summary>
internal sealed class Staff(DemoWorld world, IReadOnlyList<FleetOrder> orders)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private int _keys;

    /// <summary>Gets how many decisions were taken.</summary>
    public int Decisions { get; private set; }

    /// <summary>Decides until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var waiting = await Patience.CallAsync(
                async () => await world.Kontor.Operations.ListAsync("needs_attention", null, cancellationToken).ToListAsync(cancellationToken),
                cancellationToken);
            if (waiting.Count > 0)
            {
                await DecideAsync(waiting, cancellationToken);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task DecideAsync(List<OperationResponse> waiting, CancellationToken cancellationToken)
    {
        var panel = await world.Cloud.InstancesAsync(cancellationToken);
        var bySubject = orders.Where(order => order.Accepted is not null).ToLookup(order => order.Accepted!.Subject.Id);
        foreach (var operation in waiting)
        {
            // An order whose answer is still on its way is decided the next time.
            if (bySubject[operation.SubjectId].FirstOrDefault() is { } order)
            {
                await DecideAsync(operation, order, panel, cancellationToken);
            }
        }
    }

    private async Task DecideAsync(OperationResponse operation, FleetOrder order, List<PanelInstance> panel, CancellationToken cancellationToken)
    {
        var machine = panel.Find(instance => instance.OrderedName.StartsWith($"{order.Label} ", StringComparison.Ordinal));
        if (IsForNothing(operation, machine))
        {
            order.SoldOut = machine is not null;
            await AnswerAsync(key => world.Kontor.Operations.GiveUpAsync(operation.Id, key, cancellationToken), cancellationToken);
            return;
        }

        await RepairAsync(operation, machine, cancellationToken);
        await AnswerAsync(key => world.Kontor.Operations.ResumeAsync(operation.Id, key, cancellationToken), cancellationToken);
    }

    /// <summary>A parked order that the panel does not show was not bought; a machine without a contract was sold out and costs nothing.</summary>
    private static bool IsForNothing(OperationResponse operation, PanelInstance? machine) => operation.State switch
    {
        "parked" => machine is null,
        "stalled" or "overdue" => machine is { Contract: null },
        _ => false,
    };

    private async Task RepairAsync(OperationResponse operation, PanelInstance? machine, CancellationToken cancellationToken)
    {
        if (operation.State == "stalled")
        {
            await world.Cloud.SetStatusAsync(machine!.InstanceId, "running", cancellationToken);
        }
        else if (operation.State == "overdue" && machine is { Contract.CancelDate: null })
        {
            await world.Cloud.CancelAsync(machine.InstanceId, cancellationToken);
        }
    }

    private async Task AnswerAsync(Func<string, Task<OperationResponse>> answer, CancellationToken cancellationToken)
    {
        var key = $"staff-{++_keys}";
        try
        {
            await Patience.CallAsync(() => answer(key), cancellationToken);
            Decisions++;
        }
        catch (KontorApiException moved) when (moved.Status == HttpStatusCode.Conflict)
        {
            // It went on by itself meanwhile; if it still needs someone, it is on the next list.
        }
    }
}
