using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Images.Sweep;

/// <summary>Sweeps the custom images of every account, again and again.</summary>
public sealed class ImageSweepLoop(SweepImages sweep, ContaboAccounts accounts, TimeProvider clock, ImageOptions options, ILogger<ImageSweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Rounds.RunAsync(() => SweepAllAsync(cancellationToken), options.SweepEvery, clock, cancellationToken);

    private async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        foreach (var account in accounts.All)
        {
            await Rounds.TryAsync(() => sweep.RunAsync(account, cancellationToken), bug => log.ImageSweepBroken(bug, account.Id.Value));
        }
    }
}
