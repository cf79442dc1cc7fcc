using Kontor.Engine.Common;
using Kontor.KillHost;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;
using Microsoft.Extensions.DependencyInjection;

// The server of kontor-server serve, with one part exchanged: the checkpoints, at which nothing happens in production.
var source = SettingsSource.OfProcess(null);
var read = source.Read();
if (read.Faults.Count > 0)
{
    read.Faults.ToList().ForEach(Console.Error.WriteLine);
    return 2;
}

await using var host = KontorHost.Build(
    read.Settings, source.DatabasePath, services => services.AddSingleton<ICheckpoints>(new KillingCheckpoints(KillSpot.OfProcess())));
await host.StartAsync(CancellationToken.None);
Console.WriteLine($"ready {host.Address}");
await host.WaitForShutdownAsync(CancellationToken.None);
return 0;
