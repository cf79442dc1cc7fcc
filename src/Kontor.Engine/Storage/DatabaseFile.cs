using FluentMigrator.Runner;
using Kontor.Engine.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Engine.Storage;

/// <summary>Opens, checks and migrates the SQLite file, and keeps every other process off it.</summary>
public sealed class DatabaseFile : IDisposable
{
    /// <summary>The end of the name of a restored database that waits for its place: until it is there, nobody opens anything.</summary>
    internal const string RestoringExtension = ".restoring";

    private readonly FileStream? _lock;

    private DatabaseFile(string connectionString, FileStream? processLock) =>
        (ConnectionString, _lock) = (connectionString, processLock);

    /// <summary>Gets how to connect to the file.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens the file, creating and migrating it as needed.</summary>
    /// <exception cref="DatabaseFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    public static DatabaseFile Open(string path)
    {
        var processLock = TakeLock(path);
        try
        {
            RequireRestored(path);
            DatabaseFileChecks.RequireSqliteHeader(path);
            var connectionString = ConnectionStringOf(path);
            if (DatabaseFileChecks.Check(connectionString, path) < Schema.Newest)
            {
                Migrate(connectionString);
            }

            return new DatabaseFile(connectionString, processLock);
        }
        catch
        {
            processLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the file beside a server that may be running, for a short errand that runs no operation, such as making an API
    /// key. SQLite itself keeps the two apart; only a file that is to be created or migrated is taken alone.
    /// </summary>
    /// <exception cref="DatabaseFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    public static DatabaseFile OpenBeside(string path)
    {
        RequireRestored(path);
        DatabaseFileChecks.RequireSqliteHeader(path);
        var connectionString = ConnectionStringOf(path);
        return File.Exists(path) && DatabaseFileChecks.Check(connectionString, path) == Schema.Newest
            ? new DatabaseFile(connectionString, null)
            : Open(path);
    }

    /// <summary>Keeps every Kontor process off a file, whether it is there or not, while it is put in its place.</summary>
    /// <exception cref="DatabaseFileException">Another process holds it; the message is one sentence with the cure.</exception>
    public static IDisposable Hold(string path) => TakeLock(path);

    /// <summary>Brings a database to the newest schema this program knows.</summary>
    public static void Migrate(string connectionString) => Migrate(connectionString, Schema.Newest);

    /// <summary>Brings a database to a schema, as a program of that age would have.</summary>
    internal static void Migrate(string connectionString, long schema)
    {
        using var services = MigrationServices(connectionString);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp(schema);
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>A process that died while it restored may have left no database, or one without its log: neither may be used.</summary>
    private static void RequireRestored(string path)
    {
        if (File.Exists(path + RestoringExtension))
        {
            throw new DatabaseFileException(
                $"A restore of {path} was interrupted: run 'kontor restore' with the same backup again; what was there before is beside it, with .replaced- in its name.");
        }
    }

    private static string ConnectionStringOf(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
        // Closed is closed: what a connection had begun is undone. Database keeps its own open ones.
        Pooling = false,
    }.ToString();

    private static FileStream TakeLock(string path)
    {
        try
        {
            // It holds what customers bought and hashes of keys.
            PrivateFile.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new DatabaseFileException($"{path} cannot be written by this user: correct its owner, or set KONTOR_DATA to a folder of yours.");
        }
        catch (IOException taken) when (FileLock.IsHeld(taken))
        {
            throw new DatabaseFileException($"{path} is in use by another Kontor process: stop that one, or set KONTOR_DATA to another folder.");
        }
        catch (IOException refused)
        {
            throw new DatabaseFileException($"{path} cannot be written ({refused.Message}): make room there, or set KONTOR_DATA to another folder.");
        }
    }

    private static ServiceProvider MigrationServices(string connectionString) => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => runner
            .AddSQLite()
            .WithGlobalConnectionString(connectionString)
            .ScanIn(typeof(DatabaseFile).Assembly).For.Migrations())
        .BuildServiceProvider(validateScopes: false);
}
