using System.ComponentModel.DataAnnotations;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Sweeps every account, again and again.</summary>
public sealed class SweepLoop(SweepInstances sweep, ContaboAccounts accounts, TimeProvider clock, SweepOptions options, ILogger<SweepLoop> log)
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

            await Task.Delay(options.Every, clock, cancellationToken);
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
            // A full disk or one odd instance must not end all sweeping; the next one begins anew, and nothing follows from half a sweep.
            log.SweepBroken(bug, account.Id.Value);
        }
    }
}

/// <summary>How often the provider's list is compared with our rows.</summary>
public sealed class SweepOptions
{
    /// <summary>Gets or sets the pause between two sweeps. Default 30 s; a page of 100 instances costs one request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(30);
}
