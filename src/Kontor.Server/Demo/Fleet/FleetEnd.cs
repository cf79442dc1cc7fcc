using System.Diagnostics;

namespace Kontor.Server.Demo.Fleet;

/// <summary>Lets the terms run out, and waits until Kontor knows that the machines are gone.</summary>
internal sealed class FleetEnd(DemoWorld world, OperationWatch watch)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public async Task OutliveAsync(IReadOnlyList<FleetOrder> orders, CancellationToken cancellationToken)
    {
        // What was lost in the storm is settled; its end must not be missed because a list fails.
        await world.Cloud.BehaveAsync(cancellationToken);
        var machines = await world.Cloud.InstancesAsync(cancellationToken);
        var expected = watch.Gone + machines.Count(machine => machine.Contract is not null);
        if (machines.Max(machine => machine.Contract?.CancelDate) is { } last)
        {
            await world.Cloud.AdvanceToAsync(new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero), cancellationToken);
        }

        await WaitForGoneAsync(expected, cancellationToken);
        await Task.WhenAll(orders.Where(order => order.SoldOut).Select(order => watch.EndOfAsync(order.TerminateId!, cancellationToken)));
    }

    /// <summary>Who is still there after the longest wait is named by the comparison.</summary>
    private async Task WaitForGoneAsync(int expected, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (watch.Gone < expected && Stopwatch.GetElapsedTime(began) < Longest)
        {
            await world.Cloud.AdvanceAsync(SweepEvery, cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
