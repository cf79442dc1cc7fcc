using Kontor.Engine.Compute.Bulk;
using Kontor.Server.Host;

namespace Kontor.Server.Compute;

/// <summary>Begins the machines of bulks for as long as the process runs.</summary>
internal sealed class BulkWorker(BulkLoop bulks, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => bulks.RunAsync(cancellationToken);
}
