using Kontor.Server.Demo.Fleet;
using Kontor.Server.Host;

namespace Kontor.Server.Demo;

/// <summary>One run: its folder, its processes, and one sentence when it cannot go on.</summary>
internal sealed class DemoRun(DemoFolder folder, DemoMode mode, DemoReport report)
{
    /// <summary>What a shell says of a program that was interrupted.</summary>
    private const int Interrupted = 130;

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var world = new DemoWorld(folder, mode.Settings);
        try
        {
            await using (world)
            {
                await world.StartAsync(cancellationToken);
                if (!await ShowAsync(world, cancellationToken))
                {
                    await Console.Error.WriteLineAsync($"Database and logs of this run are in {folder.Path}.");
                    return ExitCodes.Unexpected;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            folder.Leave();
            return mode is { Once: false, Fleet: null } ? ExitCodes.Done : Interrupted;
        }
        catch (Exception failure)
        {
            await ExplainAsync(world.Step, failure);
            return ExitCodes.Unexpected;
        }

        folder.Leave();
        return ExitCodes.Done;
    }

    private async Task<bool> ShowAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        if (mode.Fleet is { } plan)
        {
            return await new FleetRun(world, plan, report).RunAsync(cancellationToken);
        }

        var agrees = await LiveOnceAsync(world, cancellationToken);
        if (agrees && !mode.Once)
        {
            await new OpenEnd(world, folder, report).StayAsync(cancellationToken);
        }

        return agrees;
    }

    private async Task<bool> LiveOnceAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var before = await Baseline.TakeAsync(world, cancellationToken);
        await new OneLife(world, report, before.Subjects + 1).LiveAsync(cancellationToken);
        if (mode.PlantDuplicate)
        {
            await world.Cloud.PlantDuplicateAsync(cancellationToken);
        }

        world.Step = "comparing the books";
        return Comparison.Show(await Books.ReadAsync(world, before, cancellationToken), report, orders: 1);
    }

    /// <summary>One sentence for the person, the whole error for whoever looks into the folder.</summary>
    private async Task ExplainAsync(string step, Exception failure)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "demo-error.log"), failure.ToString(), CancellationToken.None);
        await Console.Error.WriteLineAsync(
            $"The demo failed while {step}: {failure.Message.TrimEnd('.')}; its logs are in {folder.Path}, so run it once more, and report what they say if it fails again.");
    }
}
