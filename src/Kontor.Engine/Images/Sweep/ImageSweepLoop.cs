using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Images.Sweep;

/// <summary>Sweeps the custom images of every account, again and again.</summary>
public sealed class ImageSweepLoop(SweepImages sweep, ContaboAccounts accounts, TimeProvider clock, ImageOptions options, ILogger<ImageSweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var account in accounts.All)
            {
                await SweepAsync(account, cancellationToken);
            }

            await Task.Delay(options.SweepEvery, clock, cancellationToken);
        }
    }

    private async Task SweepAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunAsync(account, cancellationToken);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
        {
            // A full disk must not end all sweeping; what was not done now is due at the next one.
            log.ImageSweepBroken(bug, account.Id.Value);
        }
    }
}
