using System.CommandLine;
using System.Globalization;
using Kontor.Engine.Recovery;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Recovery;

/// <summary><c>backup</c>: copies the database, sealed, while a server may be running.</summary>
internal static class BackupCommand
{
    public static Command Create(Option<string?> settings)
    {
        var to = new Option<string?>("--to") { Description = "The folder to put it in. Default: Backup:Folder, else 'backups' in KONTOR_DATA." };
        var command = new Command("backup", "Copies the whole database into one sealed file and reads it back; a running server goes on.") { to };
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), parsed.GetValue(to), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(SettingsSource source, string? to, CancellationToken cancellationToken) => KeyedWorkbench.UseAsync(
        source,
        async (services, settings) =>
        {
            var folder = to ?? BackupLoop.FolderOf(settings.Backup, source.DataFolder);
            if (await services.GetRequiredService<MakeBackupHandler>().HandleAsync(folder, source.DataFolder, cancellationToken) is not { } made)
            {
                return Refusals.Say(ExitCodes.Backup, "Another backup is being made right now: wait for that one.");
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{made.Path}: {made.Bytes} bytes, sealed with {made.Header.KeyId} and read back. Without that key's file it cannot be opened."));
            return ExitCodes.Done;
        },
        cancellationToken);
}
