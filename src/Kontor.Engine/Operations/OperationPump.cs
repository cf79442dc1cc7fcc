using System.Data.Common;
using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Operations;

/// <summary>The workers of a process: they run while something is due and sleep until a signal or the next sweep.</summary>
public sealed class OperationPump(
    OperationRunner runner, OperationStore operations, WakeSignal wake, OperationOptions options, TimeProvider clock, ILogger<OperationPump> log)
{
    /// <summary>Works until cancelled.</summary>
    /// <param name="node">The name of this process in leases.</param>
    /// <param name="cancellationToken">Ends the work after the steps under way.</param>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        await ReleaseAsync(cancellationToken);
        await Task.WhenAll(Enumerable.Range(1, options.Workers).Select(number => WorkAsync($"{node}/{number}", cancellationToken)));
    }

    private async Task WorkAsync(string worker, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var signal = wake.Next;
            try
            {
                if (!await TryRunAsync(worker, cancellationToken))
                {
                    await SleepAsync(signal, cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> TryRunAsync(string worker, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunOneAsync(worker, cancellationToken);
        }
        catch (DbException full)
        {
            log.DatabaseUnavailable(full);
            return false;
        }
        catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
        {
            // A worker that ended here would be missed by nobody until all had ended.
            log.WorkerStumbled(bug, worker);
            return false;
        }
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await operations.ReleaseAllAsync(cancellationToken);
        }
        catch (DbException full)
        {
            // The leases of the process before run out by themselves.
            log.DatabaseUnavailable(full);
        }
    }

    private async Task SleepAsync(Task signal, CancellationToken cancellationToken)
    {
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(options.SweepEvery, clock, sleep.Token));
        await sleep.CancelAsync();
    }
}
