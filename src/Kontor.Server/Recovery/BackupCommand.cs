using System.CommandLine;
using System.Globalization;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
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

    private static Task<int> RunAsync(SettingsSource source, string? to, CancellationToken cancellationToken)
    {
        var read = source.Read();
        if (read.Faults.Count > 0)
        {
            foreach (var fault in read.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            return Task.FromResult(ExitCodes.Settings);
        }

        return Workbench.UseAsync(source, async services =>
        {
            try
            {
                services.GetRequiredService<KeySlot>().Key = await services.GetRequiredService<OpenKeyFileHandler>()
                    .HandleAsync(read.Settings.Secrets.KeyFile!, source.DataFolder, cancellationToken);
                var folder = to ?? BackupLoop.FolderOf(read.Settings.Backup, source.DataFolder);
                var made = await services.GetRequiredService<MakeBackupHandler>().HandleAsync(folder, source.DataFolder, cancellationToken);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{made.Path}: {made.Bytes} bytes, sealed with {made.Header.KeyId} and read back. Without that key's file it cannot be opened."));
                return ExitCodes.Done;
            }
            catch (BackupException failed)
            {
                await Console.Error.WriteLineAsync(failed.Message);
                return ExitCodes.Backup;
            }
            catch (KeyFileException unusable)
            {
                await Console.Error.WriteLineAsync(unusable.Message);
                return ExitCodes.Key;
            }
        });
    }
}
