using System.CommandLine;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Host;

/// <summary><c>serve</c>: answers and works until told to end.</summary>
internal static class ServeCommand
{
    public static Command Create(Option<string?> settings)
    {
        var command = new Command("serve", "Answers REST and works on operations until told to end.");
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(SettingsSource source, CancellationToken cancellationToken)
    {
        var read = source.Read();
        return read.Faults.Count > 0
            ? Task.FromResult(Refusals.Say(ExitCodes.Settings, [.. read.Faults]))
            : Refusals.OrSayAsync(async () =>
            {
                await using var host = KontorHost.Build(read.Settings, source.DatabasePath);
                await host.StartAsync(cancellationToken);
                await host.WaitForShutdownAsync(cancellationToken);
                return ExitCodes.Done;
            });
    }
}
