using System.CommandLine;
using Kontor.Engine.Common;
using Kontor.Engine.Recovery;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Recovery;

/// <summary><c>restore</c>: puts the database of a backup in place while no server runs.</summary>
internal static class RestoreCommand
{
    public static Command Create(Option<string?> settings)
    {
        var backup = new Argument<string>("backup") { Description = "A file that 'kontor backup' made." };
        var replace = new Option<bool>("--replace") { Description = "Put the database that is there aside." };
        var command = new Command("restore", "Puts the database of a backup in place while no server runs; the one that was there is put aside.") { backup, replace };
        command.SetAction((parsed, _) => RunAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), parsed.GetValue(backup)!, parsed.GetValue(replace)));
        return command;
    }

    private static Task<int> RunAsync(SettingsSource source, string backup, bool replace)
    {
        var read = source.Read();
        return read.Faults.Count > 0
            ? Task.FromResult(Refusals.Say(ExitCodes.Settings, [.. read.Faults]))
            : Refusals.OrSayAsync(() =>
            {
                var restored = new RestoreBackupHandler(new SystemIdSource(TimeProvider.System), TimeProvider.System)
                    .Handle(new RestoreBackup(backup, source.DatabasePath, read.Settings.Secrets.KeyFile!, replace));
                Print(restored);
                return Task.FromResult(ExitCodes.Done);
            });
    }

    private static void Print(RestoredBackup restored)
    {
        Console.WriteLine($"Restored the state of {restored.Header.MadeAt:u} of installation {restored.Header.Installation} ({restored.Header.AuditRows} audit rows).");
        Console.WriteLine("It knows nothing of what was bought or ended since: compare its machines with Contabo's before orders come in again.");
        if (restored.Replaced is { } replaced)
        {
            Console.WriteLine($"The database that was there is now {replaced}.");
        }
    }
}
