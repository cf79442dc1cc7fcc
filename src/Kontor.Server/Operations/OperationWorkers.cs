using Kontor.Engine.Operations;
using Kontor.Server.Host;

namespace Kontor.Server.Operations;

/// <summary>Works on operations for as long as the process runs; at its end the steps under way are finished first.</summary>
internal sealed class OperationWorkers(OperationPump pump, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) =>
        pump.RunAsync($"{Environment.MachineName}-{Environment.ProcessId}", cancellationToken);
}
