using Kontor.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace Kontor.FaultSimulation.World;

/// <summary>A migrated, filled database in memory, of which each run gets a fresh copy in a millisecond.</summary>
internal sealed class TemplateDatabase : IDisposable
{
    private static int _number;
    private readonly SqliteConnection _template;
    private readonly SqliteConnection _copy;
    private readonly SqliteCommand _nextDue;

    public TemplateDatabase(Action<string> fill)
    {
        _template = Open("template");
        _copy = Open("world");
        DatabaseFile.Migrate(_template.ConnectionString);
        fill(_template.ConnectionString);
        Renew();
        _nextDue = _copy.CreateCommand();
        _nextDue.CommandText = "SELECT min(max(due_at, coalesce(lease_until, 0))) FROM operation WHERE due_at IS NOT NULL";
        _nextDue.Prepare();
    }

    /// <summary>Overwrites the one copy with the template, and gives it.</summary>
    /// <remarks>Always the same connection string: the data layer keeps its translated queries by it.</remarks>
    public string Renew()
    {
        _template.BackupDatabase(_copy);
        return _copy.ConnectionString;
    }

    /// <summary>When the next operation that nobody holds falls due.</summary>
    /// <remarks>The simulator of time itself needs this at every step, so it is asked in plain SQL, once prepared.</remarks>
    public DateTimeOffset? NextDue() => _nextDue.ExecuteScalar() is long due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    /// <summary>The table and column of the copy in which a text stands, in texts and bytes alike; null when it stands nowhere.</summary>
    public string? PlaceOf(string text)
    {
        foreach (var (table, column) in Columns())
        {
            using var command = _copy.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS BLOB), CAST($text AS BLOB)) > 0";
            command.Parameters.AddWithValue("$text", text);
            if (command.ExecuteScalar() is > 0L)
            {
                return $"{table}.{column}";
            }
        }

        return null;
    }

    public void Dispose()
    {
        _nextDue.Dispose();
        _template.Dispose();
        _copy.Dispose();
    }

    private List<(string Table, string Column)> Columns()
    {
        using var command = _copy.CreateCommand();
        command.CommandText = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";
        using var rows = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (rows.Read())
        {
            columns.Add((rows.GetString(0), rows.GetString(1)));
        }

        return columns;
    }

    private static SqliteConnection Open(string kind)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = $"kontor-{kind}-{Interlocked.Increment(ref _number)}",
            Mode = SqliteOpenMode.Memory,
            Cache = SqliteCacheMode.Shared,
            ForeignKeys = true,
        }.ToString());
        connection.Open();
        return connection;
    }
}
