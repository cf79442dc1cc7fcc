using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Storage;

/// <summary>A database that nobody else has open: what is in it, and whether it is sound.</summary>
internal static class DatabaseCopy
{
    /// <summary>Checks the whole file and says whose it is.</summary>
    /// <exception cref="DatabaseFileException">It is damaged, or no database of Kontor that was ever started.</exception>
    public static CopyFacts Inspect(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (Row(connection, "PRAGMA integrity_check") is not ["ok"] and var fault)
            {
                throw new DatabaseFileException($"The database is damaged ({fault?[0]}): restore an earlier backup.");
            }

            var installation = Row(connection, "SELECT id, simulated FROM installation")
                ?? throw new DatabaseFileException("The database belongs to no installation yet: start 'kontor serve' once.");
            var head = Row(connection, "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
            return new CopyFacts(
                (string)installation[0], (long)installation[1] == 1, (long)Row(connection, "SELECT max(Version) FROM VersionInfo")![0],
                (long?)head?[0] ?? 0, (string?)head?[1]);
        }
        catch (SqliteException damaged)
        {
            throw new DatabaseFileException($"The database is damaged ({damaged.Message}): restore an earlier backup.");
        }
    }

    /// <summary>Takes what stands in the log beside a database over into it, so that it is one file; a damaged one stays as it is.</summary>
    public static void FoldLog(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            Row(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Its files are kept side by side, as they are.
        }
    }

    private static object[]? Row(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return values;
    }
}

/// <summary>What a copy of the database tells.</summary>
internal sealed record CopyFacts(string Installation, bool Simulated, long Schema, long AuditRows, string? AuditHead);
