using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Engine.Tests.Recovery;

/// <summary>An installation in a folder of its own, with its key in another, that is backed up and restored.</summary>
internal sealed class BackupRoom : IAsyncDisposable
{
    public static readonly Actor Person = new(ActorKind.Operator, "root");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kontor-backup-tests-");
    private DatabaseFile? _file;
    private Database? _database;

    private BackupRoom() => Directory.CreateDirectory(DataFolder);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

    public SequentialIds Ids { get; } = new();

    public KeyRing Keys { get; private set; } = null!;

    public string DataFolder => Path.Combine(_root.FullName, "data");

    public string BackupFolder => Path.Combine(_root.FullName, "backups");

    public string DatabasePath => Path.Combine(DataFolder, "kontor.db");

    public string KeyFilePath => Path.Combine(_root.FullName, "config", "kek-1");

    public Database Database => _database!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BackupRoom> OpenAsync()
    {
        var room = new BackupRoom();
        await room.StartAsync();
        return room;
    }

    /// <summary>Opens the database as a server does at its start.</summary>
    public async Task StartAsync()
    {
        _file = DatabaseFile.Open(DatabasePath);
        _database = new Database(_file.ConnectionString, Clock, NoCheckpoints.Instance);
        await Installation.OpenAsync(Database, Ids, simulated: true, Cancel);
        Keys = await new OpenKeyFileHandler(Database, Ids).HandleAsync(KeyFilePath, DataFolder, Cancel);
    }

    public void Stop()
    {
        _database?.Dispose();
        _file?.Dispose();
        (_database, _file) = (null, null);
    }

    public async Task<MadeBackup> BackUpAsync() => (await TryBackUpAsync()) ?? throw new InvalidOperationException("Another backup is being made.");

    /// <summary>Null when another one is being made.</summary>
    public Task<MadeBackup?> TryBackUpAsync() => new MakeBackupHandler(Database, Keys, Ids, Clock).HandleAsync(BackupFolder, DataFolder, Cancel);

    public RestoredBackup Restore(string backup, bool replace = true, string? keyFile = null) =>
        new RestoreBackupHandler(Ids, Clock).Handle(new RestoreBackup(backup, DatabasePath, keyFile ?? KeyFilePath, replace));

    /// <summary>Writes a row of the audit trail, whose chain tells whether one was lost.</summary>
    public Task WriteAsync(string about) =>
        Database.WriteAsync("test.fact", unit => AuditTrail.AppendAsync(unit, Person, "test.fact", about, new { }), Cancel);

    public Task<AuditVerdict> VerifyAsync() => new VerifyAuditHandler(Database).HandleAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        Stop();
        SqliteConnection.ClearAllPools();
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
