using Kontor.Engine.Compute.Login;
using Kontor.Server.Host;

namespace Kontor.Server.Compute;

/// <summary>Clears up after what let people into machines for as long as the process runs.</summary>
internal sealed class AccessSweeper(AccessSweep sweeps, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => sweeps.RunAsync(cancellationToken);
}
