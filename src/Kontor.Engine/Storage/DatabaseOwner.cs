using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Storage;

/// <summary>Looks whose database a file is, without changing it.</summary>
public static class DatabaseOwner
{
    /// <summary>Whether the file is the database of a simulated installation.</summary>
    /// <returns>Null when there is no file; false for every other one, foreign and damaged files too.</returns>
    public static bool? IsSimulated(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT simulated FROM installation";
            return command.ExecuteScalar() is long and 1;
        }
        catch (SqliteException)
        {
            // Not a database, or not Kontor's: false says so.
            return false;
        }
    }
}
