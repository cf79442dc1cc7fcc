using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Storage;

/// <summary>What must hold of a file before Kontor writes into it.</summary>
internal static class DatabaseFileChecks
{
    /// <summary>Marks a file as Kontor's ("KNTR"), so that a foreign SQLite file is never written to.</summary>
    internal const int ApplicationId = 0x4B4E5452;

    /// <summary>The first release in which SQLite's WAL reset race, which can lose commits, is mended.</summary>
    private static readonly Version FirstSafeSqlite = new(3, 51, 3);

    /// <summary>Refuses what is no SQLite file before SQLite itself touches it.</summary>
    public static void RequireSqliteHeader(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        Span<byte> header = stackalloc byte[16];
        using var file = OpenToWrite(path);
        if (file.ReadAtLeast(header, 16, throwOnEndOfStream: false) < 16 || !header.SequenceEqual("SQLite format 3\0"u8))
        {
            throw new DatabaseFileException($"{path} is not a database: move it away, or set KONTOR_DATA to another folder.");
        }
    }

    /// <summary>SQLite would open a file it may not write as if nothing were amiss, and fail at the first purchase.</summary>
    private static FileStream OpenToWrite(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            throw new DatabaseFileException($"{path} cannot be written by this user: correct its owner, or set KONTOR_DATA to a folder of yours.");
        }
    }

    /// <summary>Refuses what must not be used, marks a new file as ours, and says which schema it has; 0 for a new one.</summary>
    public static long Check(string connectionString, string path)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            RequireSafeSqlite(connection);
            RequireOurs(connection, path);
            RequireKnownSchema(connection, path);
            UseWal(connection, path);
            return SchemaOf(connection);
        }
        catch (SqliteException refused)
        {
            throw new DatabaseFileException($"{path} cannot be opened ({refused.Message}): restore it from a backup, or move it away.");
        }
    }

    private static void RequireSafeSqlite(SqliteConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < FirstSafeSqlite)
        {
            throw new DatabaseFileException(
                $"SQLite {connection.ServerVersion} can lose commits in WAL mode: use the SQLite that Kontor ships, {FirstSafeSqlite} or newer.");
        }
    }

    private static void RequireOurs(SqliteConnection connection, string path)
    {
        var applicationId = Scalar<long>(connection, "PRAGMA application_id");
        var tables = Scalar<long>(connection, "SELECT count(*) FROM sqlite_master WHERE type='table'");
        if (applicationId == 0 && tables == 0)
        {
            Scalar<long>(connection, $"PRAGMA application_id={ApplicationId}");
        }
        else if (applicationId != ApplicationId)
        {
            throw new DatabaseFileException($"{path} is another program's database: move it away, or set KONTOR_DATA to another folder.");
        }
    }

    private static void RequireKnownSchema(SqliteConnection connection, string path)
    {
        var found = SchemaOf(connection);
        if (found > Schema.Newest)
        {
            throw new DatabaseFileException(
                $"{path} has schema {found} and this program knows schema {Schema.Newest}: start the newer Kontor that wrote it.");
        }
    }

    private static void UseWal(SqliteConnection connection, string path)
    {
        var mode = Scalar<string>(connection, "PRAGMA journal_mode=WAL");
        var synchronous = Scalar<long>(connection, "PRAGMA synchronous");
        if (mode != "wal" || synchronous < 2)
        {
            throw new DatabaseFileException(
                $"{path} lies where SQLite cannot keep its promises (journal {mode}, synchronous {synchronous}): use a local file system.");
        }
    }

    private static long SchemaOf(SqliteConnection connection) =>
        Scalar<long>(connection, "SELECT count(*) FROM sqlite_master WHERE name='VersionInfo'") == 0
            ? 0
            : Scalar<long>(connection, "SELECT max(Version) FROM VersionInfo");

    private static T Scalar<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is T value ? value : default!;
    }
}
