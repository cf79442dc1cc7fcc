using System.CommandLine;
using Kontor.Engine.Storage;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Host;

/// <summary><c>migrate</c>: brings the database to this program's schema while no server runs.</summary>
internal static class MigrateCommand
{
    public static Command Create(Option<string?> settings)
    {
        var command = new Command("migrate", "Brings the database to this program's schema; serve does that too, and this does nothing else.");
        command.SetAction((parsed, _) => RunAsync(SettingsSource.OfProcess(parsed.GetValue(settings))));
        return command;
    }

    private static Task<int> RunAsync(SettingsSource source) => Refusals.OrSayAsync(() =>
    {
        using var file = DatabaseFile.Open(source.DatabasePath);
        Console.WriteLine($"{source.DatabasePath} has this program's schema.");
        return Task.FromResult(ExitCodes.Done);
    });
}
