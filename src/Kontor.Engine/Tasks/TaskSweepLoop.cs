using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Tasks;

/// <summary>Announces overdue tasks, again and again.</summary>
public sealed class TaskSweepLoop(AnnounceOverdueTasks overdue, TimeProvider clock, TaskOptions options, ILogger<TaskSweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Rounds.RunAsync(
        () => Rounds.TryAsync(() => overdue.RunAsync(cancellationToken), log.SweepBroken), options.SweepEvery, clock, cancellationToken);
}
