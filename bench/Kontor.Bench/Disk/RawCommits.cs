using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Kontor.Bench.Disk;

/// <summary>The limit of everything that is durable: one row a transaction, one connection, WAL, synchronous FULL.</summary>
internal static class RawCommits
{
    /// <summary>Commits rows one by one for a while and gives the time of each.</summary>
    public static IReadOnlyList<TimeSpan> Measure(string folder, TimeSpan span)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row (text) VALUES ('one row of about the size of a short sentence, as in a log')";
        insert.Prepare();
        var times = new List<TimeSpan>();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < span)
        {
            var before = clock.Elapsed;
            insert.ExecuteNonQuery();
            times.Add(clock.Elapsed - before);
        }

        return times;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
