using Kontor.Engine.Compute.Sweep;
using Kontor.Server.Host;

namespace Kontor.Server.Compute;

/// <summary>Keeps the mirror of instances for as long as the process runs.</summary>
internal sealed class InstanceSweeper(SweepLoop sweeps, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => sweeps.RunAsync(cancellationToken);
}
