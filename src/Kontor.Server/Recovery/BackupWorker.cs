using Kontor.Engine.Recovery;
using Kontor.Server.Host;

namespace Kontor.Server.Recovery;

/// <summary>Makes backups for as long as the process runs.</summary>
internal sealed class BackupWorker(BackupLoop backups, DataFolder data, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => backups.RunAsync(data.Path, cancellationToken);
}
