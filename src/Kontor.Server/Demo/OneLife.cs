using System.Diagnostics;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;

namespace Kontor.Server.Demo;

/// <summary>One machine from its order to the end of its term, seen as a stranger sees it.</summary>
/// <param name="world">The two processes.</param>
/// <param name="report">Where each step is told.</param>
/// <param name="number">Tells this order from those of earlier runs in the same folder.</param>
internal sealed class OneLife(DemoWorld world, DemoReport report, int number)
{
    private const int LongestLife = 400;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long simulated time may stand still for Kontor to see what is so.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _told = [];

    private SubjectFingerprint Fingerprint => new()
    {
        Client = "1",
        Order = $"{number}",
        RegisteredOn = new DateOnly(2026, 11, 1),
        Product = "demo",
    };

    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        world.Step = "ordering a machine";
        var order = await world.Kontor.Orders.CreateAsync(Order(), $"demo-order-{number}", cancellationToken);
        await FollowAsync(order.Operation.Id, OrderStep, cancellationToken);
        await UsePowerAsync((await InstanceAsync(order.Subject.Id, cancellationToken))!.Id, cancellationToken);
        world.Step = "terminating the machine";
        var subject = order.Subject.Id;
        var end = await world.Kontor.Subjects.TerminateAsync(
            subject, new TerminateRequest { Generation = 1, Fingerprint = Fingerprint }, $"demo-terminate-{number}", cancellationToken);
        await FollowAsync(end.Id, TerminateStep, cancellationToken);
        world.Step = "waiting for the end of the term";
        await OutliveAsync((await InstanceAsync(subject, cancellationToken))!, cancellationToken);
    }

    private async Task UsePowerAsync(string machine, CancellationToken cancellationToken)
    {
        world.Step = "stopping the machine";
        var stop = await world.Kontor.Instances.StopAsync(machine, $"demo-stop-{number}", cancellationToken);
        await FollowAsync(stop.Id, state => PowerStep("stop", "stopped", state), cancellationToken);
        world.Step = "starting the machine";
        var start = await world.Kontor.Instances.StartAsync(machine, $"demo-start-{number}", cancellationToken);
        await FollowAsync(start.Id, state => PowerStep("start", "started", state), cancellationToken);
    }

    private OrderRequest Order() => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = $"{number}", Fingerprint = Fingerprint },
        Plan = DemoOrder.Plans[0],
        Region = DemoOrder.Region,
        Image = DemoOrder.Image,
        TermMonths = 1,
        Label = "first machine",
    };

    private static string OrderStep(string state) => state switch
    {
        "submitting" => "intent",
        "provisioning" => "bought",
        "marking" => "running",
        _ => state,
    };

    private static string PowerStep(string action, string done, string state) => state switch
    {
        "submitting" => $"{action} intent",
        "verifying" => $"{action} sent",
        "succeeded" => done,
        _ => $"{action} {state}",
    };

    private static string TerminateStep(string state) => state switch
    {
        "submitting" => "terminate intent",
        "verifying" => "terminate sent",
        "succeeded" => "terminated",
        _ => $"terminate {state}",
    };

    private async Task FollowAsync(string id, Func<string, string> name, CancellationToken cancellationToken)
    {
        for (var steps = 0; steps < LongestLife; steps++)
        {
            var operation = await SettledAsync(id, cancellationToken);
            Tell(operation, name);
            if (operation.IsFinished())
            {
                Require(operation);
                return;
            }

            await TellMachineAsync(operation.SubjectId, cancellationToken);
            await world.Cloud.AdvanceAsync(Step, cancellationToken);
        }

        throw new DemoFailedException($"operation {id} does not end");
    }

    /// <summary>Waits, while simulated time stands still, until Kontor knows what the cloud knows.</summary>
    private async Task<OperationResponse> SettledAsync(string id, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var operation = await world.Kontor.Operations.GetAsync(id, cancellationToken);
            if (operation.IsFinished() || Stopwatch.GetElapsedTime(began) > CatchUp || await IsSettledAsync(operation, cancellationToken))
            {
                return operation;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<bool> IsSettledAsync(OperationResponse operation, CancellationToken cancellationToken)
    {
        var target = operation switch
        {
            { State: "provisioning" } or { State: "verifying", Type: "instance.start" } => "running",
            { State: "verifying", Type: "instance.stop" } => "stopped",
            _ => null,
        };
        if (target is null)
        {
            return false;
        }

        var (ours, theirs) = (await InstanceAsync(operation.SubjectId, cancellationToken), await world.Cloud.InstancesAsync(cancellationToken));
        return ours is not null && theirs.Find(machine => machine.InstanceId == ours.ProviderId)?.Status is { } status
            && status == ours.Status && status != target;
    }

    private static void Require(OperationResponse operation)
    {
        if (operation.Status != OperationStatus.Succeeded)
        {
            throw new DemoFailedException($"operation {operation.Id} ended as '{operation.State}' ({operation.Problem?.Detail?.TrimEnd('.')})");
        }
    }

    private async Task TellMachineAsync(string subject, CancellationToken cancellationToken)
    {
        if (await InstanceAsync(subject, cancellationToken) is { Status: "provisioning" or "installing" } machine)
        {
            Tell(await world.Cloud.NowAsync(cancellationToken), machine.Status, $"The machine is {machine.Status}.");
        }
    }

    private async Task OutliveAsync(InstanceResponse instance, CancellationToken cancellationToken)
    {
        var end = instance.Contract.CancelDate ?? throw new DemoFailedException("the terminated machine has no end date");
        await world.Cloud.AdvanceToAsync(new DateTimeOffset(end, TimeOnly.MinValue, TimeSpan.Zero), cancellationToken);
        for (var steps = 0; steps < LongestLife; steps++)
        {
            if ((await world.Kontor.Instances.GetAsync(instance.Id, cancellationToken)).Gone)
            {
                Tell(await world.Cloud.NowAsync(cancellationToken), "gone", "The term is over and the machine is no longer there.");
                return;
            }

            await world.Cloud.AdvanceAsync(TimeSpan.FromMinutes(1), cancellationToken);
            await Task.Delay(5 * Pause, TimeProvider.System, cancellationToken);
        }

        throw new DemoFailedException("the machine is still there after its term");
    }

    private async Task<InstanceResponse?> InstanceAsync(string subject, CancellationToken cancellationToken) =>
        await world.Kontor.Instances.ListAsync(subject, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    private void Tell(OperationResponse operation, Func<string, string> name)
    {
        foreach (var step in operation.Steps ?? [])
        {
            Tell(step.At, name(step.State), step.Text);
        }
    }

    private void Tell(DateTimeOffset at, string step, string text)
    {
        if (_told.Add(step))
        {
            report.Step(at, step, text);
        }
    }
}
