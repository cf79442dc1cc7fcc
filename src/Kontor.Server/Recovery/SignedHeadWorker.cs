using Kontor.Engine.Recovery;
using Kontor.Server.Host;

namespace Kontor.Server.Recovery;

/// <summary>Notes how far the audit trail has come for as long as the process runs.</summary>
internal sealed class SignedHeadWorker(SignedHeadLoop heads, KeySlot keys, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => heads.RunAsync(new SignedHeadFile(keys.Ring.Path), cancellationToken);
}
