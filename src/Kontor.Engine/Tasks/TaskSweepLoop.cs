using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Tasks;

/// <summary>Announces overdue tasks, again and again.</summary>
public sealed class TaskSweepLoop(AnnounceOverdueTasks overdue, TimeProvider clock, TaskOptions options, ILogger<TaskSweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await overdue.RunAsync(cancellationToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
            {
                // A full disk must not end all announcing; the next sweep begins anew.
                log.SweepBroken(bug);
            }

            await Task.Delay(options.SweepEvery, clock, cancellationToken);
        }
    }
}
