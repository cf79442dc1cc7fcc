using System.Runtime.Versioning;
using Kontor.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Tests.Storage;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kontor-test-").FullName;

    private string PathOfFile => Path.Combine(_folder, "kontor.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_new_file_is_made_with_its_folders_and_opened_again()
    {
        var path = Path.Combine(_folder, "a", "b", "kontor.db");

        DatabaseFile.Open(path).Dispose();
        DatabaseFile.Open(path).Dispose();

        Assert.True(File.Exists(path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_made_for_a_file_is_its_owners_alone()
    {
        var folder = Path.Combine(_folder, "data");

        DatabaseFile.Open(Path.Combine(folder, "kontor.db")).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public void An_empty_file_is_taken_for_a_new_one()
    {
        File.WriteAllBytes(PathOfFile, []);

        DatabaseFile.Open(PathOfFile).Dispose();

        Assert.Equal(Schema.Newest, Convert.ToInt64(Execute("SELECT max(Version) FROM VersionInfo")));
    }

    [Fact]
    public void Migrating_what_is_migrated_changes_nothing()
    {
        using var file = DatabaseFile.Open(PathOfFile);
        var before = Tables();

        DatabaseFile.Migrate(file.ConnectionString);

        Assert.Equal(before, Tables());
        Assert.Equal(Schema.Newest, Convert.ToInt64(Execute("SELECT max(Version) FROM VersionInfo")));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void A_file_of_an_older_schema_is_brought_up(long schema)
    {
        DatabaseFile.Migrate($"Data Source={PathOfFile};Pooling=False", schema);
        Execute($"PRAGMA application_id={DatabaseFileChecks.ApplicationId}");
        Assert.Equal(schema, Convert.ToInt64(Execute("SELECT max(Version) FROM VersionInfo")));

        DatabaseFile.Open(PathOfFile).Dispose();

        Assert.Equal(Schema.Newest, Convert.ToInt64(Execute("SELECT max(Version) FROM VersionInfo")));
        Assert.Contains("instance_change", Tables(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be one")]
    [InlineData("short")]
    [InlineData("SQLite format 2\0 of another age")]
    public void What_is_no_database_is_refused_and_left_as_it_is(string content)
    {
        File.WriteAllText(PathOfFile, content);

        Assert.Contains("is not a database: move it away", Refusal(), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(PathOfFile));
    }

    [Fact]
    public void A_database_that_is_garbage_after_its_first_bytes_is_refused()
    {
        File.WriteAllText(PathOfFile, "SQLite format 3\0" + new string('x', 8000));

        Assert.Contains("restore it from a backup", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE notes (text TEXT)");

        Assert.Contains("is another program's database", Refusal(), StringComparison.Ordinal);
        Assert.Equal("notes", Tables());
    }

    [Fact]
    public void Another_programs_mark_is_respected_even_without_tables()
    {
        Execute("PRAGMA application_id=4711");

        Assert.Contains("is another program's database", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_schema_is_refused_with_both_numbers()
    {
        DatabaseFile.Open(PathOfFile).Dispose();
        Execute("INSERT INTO VersionInfo (Version, AppliedOn, Description) VALUES (9001, '2030-01-01', 'later')");

        Assert.Contains($"has schema 9001 and this program knows schema {Schema.Newest}", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_use_is_refused_until_it_is_let_go()
    {
        using (DatabaseFile.Open(PathOfFile))
        {
            Assert.Contains("is in use by another Kontor process", Refusal(), StringComparison.Ordinal);
        }

        DatabaseFile.Open(PathOfFile).Dispose();
    }

    [Fact]
    public void A_refused_file_is_let_go_again()
    {
        File.WriteAllText(PathOfFile, "not a database");
        Refusal();
        File.Delete(PathOfFile);

        DatabaseFile.Open(PathOfFile).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_is_refused_with_the_reason()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        var refused = Assert.Throws<DatabaseFileException>(() => DatabaseFile.Open(Path.Combine(_folder, "file", "kontor.db")));

        Assert.Contains("set KONTOR_DATA to another folder", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_connection_waits_for_the_disk_and_keeps_a_log()
    {
        using var file = DatabaseFile.Open(PathOfFile);
        using var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();

        Assert.Equal(("wal", 2L), (Scalar(connection, "PRAGMA journal_mode"), Scalar(connection, "PRAGMA synchronous")));
    }

    private string Refusal() => Assert.Throws<DatabaseFileException>(() => DatabaseFile.Open(PathOfFile)).Message;

    private string Tables() => (string)Execute(
        "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name)")!;

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={PathOfFile};Pooling=False");
        connection.Open();
        return Scalar(connection, sql);
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
