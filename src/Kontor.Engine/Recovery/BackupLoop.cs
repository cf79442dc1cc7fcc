using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Recovery;

/// <summary>Makes the next backup when the newest is old enough. One that fails is tried again, and is a task until one succeeds.</summary>
public sealed class BackupLoop(
    MakeBackupHandler backups, Database database, TaskStore tasks, Installation installation, BackupOptions options, TimeProvider clock, ILogger<BackupLoop> log)
{
    /// <summary>The kind of the task that a failed backup is.</summary>
    public const string TaskKind = "backup_failed";

    private const string About = "backup";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);
    private static readonly Actor Self = Actor.Kontor("recovery");

    /// <summary>Goes around until cancelled.</summary>
    /// <param name="dataFolder">The folder of the database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(string dataFolder, CancellationToken cancellationToken) => options.Every == TimeSpan.Zero
        ? Task.CompletedTask
        : Rounds.RunAsync(() => Rounds.TryAsync(() => LookAsync(dataFolder, cancellationToken), log.RoundBroken), LookEvery, clock, cancellationToken);

    /// <summary>Makes a backup if one is due.</summary>
    public async Task LookAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var folder = FolderOf(options, dataFolder);
        var now = clock.GetUtcNow();
        // One from the future is from a clock that was ahead, and says nothing of today.
        var newest = BackupShelf.List(folder, installation.Id).FirstOrDefault(backup => backup.Header.MadeAt <= now);
        if (newest.Header is { } header && now - header.MadeAt < options.Every)
        {
            return;
        }

        try
        {
            if (await backups.HandleAsync(folder, dataFolder, cancellationToken) is not { } made)
            {
                return;
            }

            BackupShelf.Thin(folder, installation.Id, options.Keep);
            log.Made(made.Path, made.Bytes);
            await database.WriteAsync(
                "recovery.backup_made", unit => TaskStore.CompleteAsync(unit, TaskKind, About, $"A backup was made: {made.Path}.", Self), cancellationToken);
        }
        catch (BackupException failed)
        {
            log.Failed(failed.Message);
            await database.WriteAsync("recovery.backup_failed", unit => tasks.OpenAsync(unit, FailedTask(unit, failed), Self), cancellationToken);
        }
    }

    /// <summary>Where the backups of a server are.</summary>
    public static string FolderOf(BackupOptions options, string dataFolder) =>
        string.IsNullOrEmpty(options.Folder) ? Path.Combine(dataFolder, "backups") : options.Folder;

    private static NewTask FailedTask(UnitOfWork unit, BackupException failed) => new(TaskKind, About)
    {
        Title = "The backup failed",
        Detail = $"{failed.Message} It is tried again every {LookEvery.TotalMinutes:0} minutes.",
        Consequence = "If the disk dies, everything since the last backup must be found again at Contabo by hand.",
        DeadlineAt = unit.Now + TimeSpan.FromDays(1),
    };
}
