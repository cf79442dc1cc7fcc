using Kontor.Contabo.Simulator.Doors;

namespace Kontor.FaultSimulation.World;

/// <summary>The wire between a node and the cloud: calls take time, interleave, and may outlive the process that sent them.</summary>
internal sealed class WireBoundary(SimCheckpoints checkpoints, SimScheduler scheduler, SimTime time, Random random) : ICloudBoundary
{
    public async ValueTask ReachedAsync(CloudBoundary point, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = $"{NameOf(request)}/{(point == CloudBoundary.Sent ? "sent" : "received")}";
        if (checkpoints.DiesAt(name))
        {
            await DeadOnTheWireAsync(point);
            return;
        }

        await TravelAsync(cancellationToken);
    }

    /// <summary>The sender is dead. Its request may be lost, or arrive at once, or arrive much later; its answer reaches nobody.</summary>
    private async Task DeadOnTheWireAsync(CloudBoundary point)
    {
        if (point == CloudBoundary.Received || random.Next(3) == 0)
        {
            throw new NodeDied();
        }

        if (random.Next(2) == 0)
        {
            await time.DelayAsync(TimeSpan.FromSeconds(random.Next(1, 400)), CancellationToken.None);
        }
    }

    private async Task TravelAsync(CancellationToken cancellationToken)
    {
        await scheduler.YieldAsync();
        if (random.Next(4) == 0)
        {
            await time.DelayAsync(TimeSpan.FromSeconds(random.Next(1, 12)), cancellationToken);
        }
    }

    private static string NameOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return request.Method.Method switch
        {
            "POST" when path.EndsWith("/token", StringComparison.Ordinal) => "wire.token",
            "POST" when path.EndsWith("/cancel", StringComparison.Ordinal) => "wire.cancel",
            "POST" when path.EndsWith("/compute/instances", StringComparison.Ordinal) => "wire.create",
            "POST" when path.Contains("/actions/", StringComparison.Ordinal) => "wire.power",
            "PUT" when path.Contains("/compute/instances/", StringComparison.Ordinal) => "wire.reinstall",
            "POST" when path.EndsWith("/secrets", StringComparison.Ordinal) => "wire.secret",
            "DELETE" when path.Contains("/secrets/", StringComparison.Ordinal) => "wire.delete_secret",
            "GET" => "wire.read",
            _ => "wire.other",
        };
    }
}
