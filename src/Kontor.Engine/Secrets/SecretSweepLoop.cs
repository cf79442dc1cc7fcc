using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Secrets;

/// <summary>Wipes expired secrets, again and again.</summary>
public sealed class SecretSweepLoop(WipeExpiredSecrets wipe, TimeProvider clock, SecretOptions options, ILogger<SecretSweepLoop> log)
{
    /// <summary>Sweeps until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await wipe.RunAsync(cancellationToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
            {
                // A full disk must not end all wiping; the next sweep begins anew, and what has expired is shown to nobody meanwhile.
                log.SweepBroken(bug);
            }

            await Task.Delay(options.SweepEvery, clock, cancellationToken);
        }
    }
}
