using Kontor.Engine.Recovery;
using Kontor.Server.Host;

namespace Kontor.Server.Recovery;

/// <summary>Notes how far the audit trail has come for as long as the process runs.</summary>
internal sealed class WitnessWorker(WitnessLoop witness, KeySlot keys, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => witness.RunAsync(new WitnessFile(keys.Ring.Path), cancellationToken);
}
