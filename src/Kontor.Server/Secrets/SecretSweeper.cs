using Kontor.Engine.Secrets;
using Kontor.Server.Host;

namespace Kontor.Server.Secrets;

/// <summary>Wipes expired secrets for as long as the process runs.</summary>
internal sealed class SecretSweeper(SecretSweepLoop sweeps, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => sweeps.RunAsync(cancellationToken);
}
