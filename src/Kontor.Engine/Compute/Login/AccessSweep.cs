using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Rescue;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Login;

/// <summary>Clears up after what let people into machines, again and again: secrets at the provider, and forgotten rescues.</summary>
public sealed class AccessSweep(
    SweepProviderSecrets secrets,
    RescueWatch rescues,
    ContaboAccounts accounts,
    TimeProvider clock,
    ComputeOptions options,
    ILogger<AccessSweep> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Rounds.RunAsync(() => SweepAllAsync(cancellationToken), options.SecretSweepEvery, clock, cancellationToken);

    private async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        foreach (var account in accounts.All)
        {
            await Rounds.TryAsync(() => secrets.RunAsync(account, cancellationToken), bug => log.SecretSweepBroken(bug, account.Id.Value));
        }

        await Rounds.TryAsync(() => rescues.RunAsync(cancellationToken), bug => log.SecretSweepBroken(bug, "(all)"));
    }
}
