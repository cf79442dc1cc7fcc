using Kontor.Engine.Tasks;
using Kontor.Server.Host;

namespace Kontor.Server.Tasks;

/// <summary>Announces overdue tasks for as long as the process runs.</summary>
internal sealed class TaskSweeper(TaskSweepLoop sweeps, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => sweeps.RunAsync(cancellationToken);
}
