using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>Begins the machines of bulks, whenever a slot is free.</summary>
public sealed class BulkLoop(BulkRunner runner, BulkSignal signal, OperationOptions options, TimeProvider clock, ILogger<BulkLoop> log)
{
    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var woken = signal.Wake.Next;
            await Rounds.TryAsync(() => runner.RunAsync(cancellationToken), bug => log.BulkBroken(bug, "(all)"));
            await SleepAsync(woken, cancellationToken);
        }
    }

    private async Task SleepAsync(Task woken, CancellationToken cancellationToken)
    {
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken, Task.Delay(options.SweepEvery, clock, sleep.Token));
        await sleep.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
