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
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var account in accounts.All)
            {
                await TryAsync(account.Id.Value, () => secrets.RunAsync(account, cancellationToken));
            }

            await TryAsync("(all)", () => rescues.RunAsync(cancellationToken));
            await Task.Delay(options.SecretSweepEvery, clock, cancellationToken);
        }
    }

    private async Task TryAsync(string account, Func<Task> sweep)
    {
        try
        {
            await sweep();
        }
        catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
        {
            // A full disk must not end all sweeping; what was not done now is due at the next one.
            log.SecretSweepBroken(bug, account);
        }
    }
}
