using Kontor.Engine.Common;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Secrets;

/// <summary>Wipes expired secrets, again and again.</summary>
public sealed class SecretSweepLoop(WipeExpiredSecrets wipe, TimeProvider clock, SecretOptions options, ILogger<SecretSweepLoop> log)
{
    /// <summary>Sweeps until cancelled; what has expired is shown to nobody meanwhile.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Rounds.RunAsync(
        () => Rounds.TryAsync(() => wipe.RunAsync(cancellationToken), log.SweepBroken), options.SweepEvery, clock, cancellationToken);
}
