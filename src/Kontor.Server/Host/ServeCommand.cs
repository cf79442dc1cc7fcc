using System.CommandLine;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Host.Settings;
using Kontor.Server.Simulated;

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

    private static async Task<int> RunAsync(SettingsSource source, CancellationToken cancellationToken)
    {
        var read = source.Read();
        if (read.Faults.Count > 0)
        {
            return KeyedWorkbench.Refuse(ExitCodes.Settings, [.. read.Faults]);
        }

        try
        {
            await using var host = KontorHost.Build(read.Settings, source.DatabasePath);
            await host.StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        }
        catch (DatabaseFileException unusable)
        {
            return KeyedWorkbench.Refuse(ExitCodes.Database, unusable.Message);
        }
        catch (KeyFileException unusable)
        {
            return KeyedWorkbench.Refuse(ExitCodes.Key, unusable.Message);
        }
        catch (ClockUnreachableException silent)
        {
            return KeyedWorkbench.Refuse(ExitCodes.Settings, silent.Message);
        }
        catch (PortTakenException taken)
        {
            return KeyedWorkbench.Refuse(ExitCodes.Port, taken.Message);
        }
    }
}
