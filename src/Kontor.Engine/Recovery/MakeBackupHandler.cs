using System.Globalization;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Recovery;

/// <summary>Makes a backup of the whole database while it is in use: one state of it, checked, sealed, and read back.</summary>
public sealed class MakeBackupHandler(Database database, IKeySource keys, IIdSource ids, TimeProvider clock)
{
    /// <summary>The end of the name of every backup.</summary>
    public const string Extension = ".kontor-backup";

    /// <summary>The file that whoever makes a backup holds meanwhile.</summary>
    internal const string TurnFile = "backup.lock";

    /// <summary>Makes a backup.</summary>
    /// <param name="folder">Where to put it; made if need be.</param>
    /// <param name="workFolder">Where the database may stand in clear meanwhile: beside the database itself.</param>
    /// <param name="cancellationToken">Stops it; nothing is left of it then.</param>
    /// <returns>Null when another one is being made right now.</returns>
    /// <exception cref="BackupException">It cannot be made; no file is left.</exception>
    public async Task<MadeBackup?> HandleAsync(string folder, string workFolder, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = TryTakeTurn(workFolder);
            return turn is null ? null : await MakeAsync(folder, workFolder, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"No backup was made ({refused.Message.TrimEnd('.')}): make room in {workFolder} and {folder}, or name another folder.", refused);
        }
        catch (DatabaseFileException unsound)
        {
            throw new BackupException(unsound.Message, unsound);
        }
    }

    private async Task<MadeBackup> MakeAsync(string folder, string workFolder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var name = $"kontor-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{ids.NewId()[^6..].ToLowerInvariant()}";
        var copy = Path.Combine(workFolder, name + ".copy");
        try
        {
            PrivateFile.CreateFolder(folder);
            RemoveLeftCopies(workFolder);
            await database.CopyToAsync(copy, cancellationToken);
            var header = Describe(copy, now);
            var path = Path.Combine(folder, name + Extension);
            BackupFile.Write(path, copy, header, keys.Key);
            return new MadeBackup(path, new FileInfo(path).Length, header);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>One at a time, so that what lies about is nobody's.</summary>
    private static FileStream? TryTakeTurn(string workFolder)
    {
        try
        {
            return new FileStream(
                Path.Combine(workFolder, TurnFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (FileLock.IsHeld(held))
        {
            return null;
        }
    }

    /// <summary>What a process that died meanwhile left in clear.</summary>
    private static void RemoveLeftCopies(string workFolder)
    {
        foreach (var left in Directory.EnumerateFiles(workFolder, "kontor-*.copy*"))
        {
            File.Delete(left);
        }
    }

    private BackupHeader Describe(string copy, DateTimeOffset now)
    {
        var facts = DatabaseCopy.Inspect(copy);
        var (length, sha256) = BackupFile.Measure(copy);
        Span<byte> salt = stackalloc byte[KeyEncryptionKey.Length];
        ids.Fill(salt);
        return new BackupHeader(
            BackupHeader.NewestFormat, facts.Installation, facts.Simulated, now, facts.Schema, facts.AuditRows, facts.AuditHead ?? AuditTrail.Root,
            keys.Key.Id, Convert.ToBase64String(salt), length, sha256);
    }
}

/// <summary>A backup that was made and read back.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">How large the file is.</param>
/// <param name="Header">What it says of itself.</param>
public sealed record MadeBackup(string Path, long Bytes, BackupHeader Header);
