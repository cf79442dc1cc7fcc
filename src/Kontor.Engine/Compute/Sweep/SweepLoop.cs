using System.ComponentModel.DataAnnotations;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Sweeps every account, again and again.</summary>
public sealed class SweepLoop(SweepInstances sweep, ContaboAccounts accounts, TimeProvider clock, SweepOptions options, ILogger<SweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Rounds.RunAsync(() => SweepAllAsync(cancellationToken), options.Every, clock, cancellationToken);

    private async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        foreach (var account in accounts.All)
        {
            await Rounds.TryAsync(() => sweep.RunAsync(account, cancellationToken), bug => log.SweepBroken(bug, account.Id.Value));
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
