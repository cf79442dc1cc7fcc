using System.Diagnostics;
using Kontor.Api.Operations;

namespace Kontor.Server.Demo;

/// <summary>Follows operations while the simulated clock is stepped, and tells each of their steps once.</summary>
internal sealed class Following(DemoWorld world, DemoReport report)
{
    /// <summary>So many steps of the clock are more than any operation takes.</summary>
    public const int LongestLife = 400;

    /// <summary>Time on which nothing is due is left out, but not more of it at once: what a machine goes through is to be seen.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long simulated time may stand still for Kontor to do what is due.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(5);

    private readonly HashSet<(string About, string Step)> _told = [];

    /// <summary>Follows an operation to its end, which must be a good one.</summary>
    /// <param name="begun">The operation.</param>
    /// <param name="name">What a state of it is called.</param>
    /// <param name="cancellationToken">Stops following.</param>
    /// <exception cref="DemoFailedException">It failed or does not end.</exception>
    public async Task FollowAsync(OperationResponse begun, Func<string, string> name, CancellationToken cancellationToken)
    {
        for (var steps = 0; steps < LongestLife; steps++)
        {
            var operation = await SettledAsync(begun.Id, cancellationToken);
            foreach (var step in operation.Steps ?? [])
            {
                Tell(operation.Id, step.At, name(step.State), step.Text);
            }

            if (operation.IsFinished())
            {
                Require(operation);
                return;
            }

            if (operation.Type == "instance.create")
            {
                await TellMachineAsync(operation, cancellationToken);
            }

            await StepAsync(operation, cancellationToken);
        }

        throw new DemoFailedException($"operation {begun.Id} does not end");
    }

    /// <summary>Tells a step that is no operation's.</summary>
    public async Task TellAsync(string step, string text, CancellationToken cancellationToken) =>
        report.Step(await world.Cloud.NowAsync(cancellationToken), step, text);

    /// <summary>Waits, while simulated time stands still, until Kontor has done what is due.</summary>
    private async Task<OperationResponse> SettledAsync(string id, CancellationToken cancellationToken)
    {
        var (began, now) = (Stopwatch.GetTimestamp(), await world.Cloud.NowAsync(cancellationToken));
        while (true)
        {
            var operation = await world.Kontor.Operations.GetAsync(id, cancellationToken);
            // While a call is under way, what is due next is only the search for its lost answer.
            if (operation.IsFinished() || (operation.DueAt > now && operation.State != "submitting") || Stopwatch.GetElapsedTime(began) > CatchUp)
            {
                return operation;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task StepAsync(OperationResponse operation, CancellationToken cancellationToken)
    {
        var until = (operation.DueAt ?? DateTimeOffset.MaxValue) - await world.Cloud.NowAsync(cancellationToken);
        await world.Cloud.AdvanceAsync(until < ShortestStep ? ShortestStep : until > LongestStep ? LongestStep : until, cancellationToken);
    }

    private async Task TellMachineAsync(OperationResponse operation, CancellationToken cancellationToken)
    {
        var machine = operation.InstanceId is { } id ? await world.Kontor.Instances.GetAsync(id, cancellationToken) : null;
        if (machine is { Status: "provisioning" or "installing" })
        {
            Tell(machine.Id, await world.Cloud.NowAsync(cancellationToken), machine.Status, $"The machine is {machine.Status}.");
        }
    }

    private void Tell(string about, DateTimeOffset at, string step, string text)
    {
        if (_told.Add((about, step)))
        {
            report.Step(at, step, text);
        }
    }

    private static void Require(OperationResponse operation)
    {
        if (operation.Status != OperationStatus.Succeeded)
        {
            throw new DemoFailedException($"operation {operation.Id} ended as '{operation.State}' ({operation.Problem?.Detail?.TrimEnd('.')})");
        }
    }
}
