using System.Globalization;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Recovery;

/// <summary>Puts the database of a backup in the place of the one there is; nothing is thrown away.</summary>
public sealed class RestoreBackupHandler(IIdSource ids, TimeProvider clock)
{
    private const string UnpackingExtension = ".unpacking";

    /// <summary>The database, its log and the log's index, in the order in which they are put aside.</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Restores a backup while no server runs.</summary>
    /// <exception cref="BackupException">The backup cannot be used, or what is there must not be replaced.</exception>
    /// <exception cref="DatabaseFileException">Another process has the database open.</exception>
    /// <exception cref="KeyFileException">The key of the secrets cannot be read.</exception>
    public RestoredBackup Handle(RestoreBackup wish)
    {
        using var hold = DatabaseFile.Hold(wish.DatabasePath);
        var keys = KeyRing.Open(Path.GetFullPath(wish.KeyFile), mayCreate: false, ids);
        RequireReplaceable(wish, BackupFile.ReadHeader(wish.BackupPath));
        var (unpacking, restoring) = (wish.DatabasePath + UnpackingExtension, wish.DatabasePath + DatabaseFile.RestoringExtension);
        var header = Unpack(wish.BackupPath, unpacking, keys);
        // From here until the last step no server starts, wherever this dies: the old database may be away, or without its log.
        File.Move(unpacking, restoring, overwrite: true);
        var replaced = PutAside(wish.DatabasePath);
        File.Move(restoring, wish.DatabasePath, overwrite: false);
        return new RestoredBackup(header, replaced);
    }

    /// <summary>The database as the backup has it, checked, under another name.</summary>
    private static BackupHeader Unpack(string backup, string path, IKeySource keys)
    {
        try
        {
            BackupHeader header;
            using (var file = PrivateFile.Create(path, FileMode.Create))
            {
                header = BackupFile.Read(backup, keys, file);
                file.Flush(flushToDisk: true);
            }

            return DatabaseCopy.Inspect(path) is var facts && facts.Schema <= Schema.Newest
                ? header
                : throw new BackupException($"{backup} has schema {facts.Schema} and this program knows schema {Schema.Newest}: restore it with the Kontor that made it.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(path);
            throw new BackupException($"{path} cannot be written ({refused.Message.TrimEnd('.')}): make room there. Nothing was changed.", refused);
        }
        catch (Exception unsound) when (unsound is BackupException or DatabaseFileException)
        {
            File.Delete(path);
            throw unsound as BackupException ?? new BackupException(unsound.Message, unsound);
        }
    }

    private static void RequireReplaceable(RestoreBackup wish, BackupHeader header)
    {
        if (!File.Exists(wish.DatabasePath))
        {
            return;
        }

        if (InstallationOf(wish.DatabasePath) is { } there && there != header.Installation)
        {
            throw new BackupException(
                $"{wish.DatabasePath} is the database of another installation ({there}) than the backup's ({header.Installation}): "
                + "set KONTOR_DATA to that one's folder, or move the file away yourself.");
        }

        if (!wish.Replace)
        {
            throw new BackupException($"{wish.DatabasePath} is there: add --replace, and it is put aside, not deleted.");
        }
    }

    /// <summary>Null for what is too damaged to tell, which is what restoring is for.</summary>
    private static string? InstallationOf(string path)
    {
        try
        {
            return DatabaseCopy.Inspect(path).Installation;
        }
        catch (DatabaseFileException)
        {
            return null;
        }
    }

    private string? PutAside(string path)
    {
        if (File.Exists(path))
        {
            DatabaseCopy.FoldLog(path);
        }

        var parts = Parts.Where(part => File.Exists(path + part)).ToList();
        var to = $"{path}.replaced-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        parts.ForEach(part => File.Move(path + part, to + part, overwrite: true));
        return parts.Count > 0 ? to : null;
    }
}

/// <summary>What is to be restored, and to where.</summary>
/// <param name="BackupPath">The backup.</param>
/// <param name="DatabasePath">The database file.</param>
/// <param name="KeyFile">The file of the key with which the backup is sealed.</param>
/// <param name="Replace">Whether a database that is there may be put aside.</param>
public sealed record RestoreBackup(string BackupPath, string DatabasePath, string KeyFile, bool Replace);

/// <summary>What was restored.</summary>
/// <param name="Header">What the backup says of itself.</param>
/// <param name="Replaced">Where the database that was there is now; null when there was none.</param>
public sealed record RestoredBackup(BackupHeader Header, string? Replaced);
