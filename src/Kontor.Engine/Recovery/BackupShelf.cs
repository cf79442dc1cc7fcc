namespace Kontor.Engine.Recovery;

/// <summary>The backups of one installation in a folder.</summary>
internal static class BackupShelf
{
    /// <summary>The readable ones, the newest first; other files and other installations' backups are passed over.</summary>
    public static IReadOnlyList<(string Path, BackupHeader Header)> List(string folder, string installation) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, $"*{MakeBackupHandler.Extension}")
            .Select(path => (Path: path, Header: TryRead(path)))
            .Where(backup => backup.Header?.Installation == installation)
            .Select(backup => (backup.Path, backup.Header!))
            .OrderByDescending(backup => backup.Item2.MadeAt)];

    /// <summary>Deletes the oldest beyond a number.</summary>
    public static void Thin(string folder, string installation, int keep)
    {
        foreach (var (path, _) in List(folder, installation).Skip(keep))
        {
            File.Delete(path);
        }
    }

    private static BackupHeader? TryRead(string path)
    {
        try
        {
            return BackupFile.ReadHeader(path);
        }
        catch (BackupException)
        {
            // It counts neither as a backup nor as one too many.
            return null;
        }
    }
}
