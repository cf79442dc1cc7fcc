using Kontor.Engine.Recovery;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kontor.Engine.Tests.Recovery;

/// <summary>A server makes its backups by itself, keeps so many of them, and asks a person when it cannot.</summary>
public sealed class BackupLoopTests : IAsyncLifetime
{
    private readonly BackupOptions _options = new() { Keep = 3 };
    private BackupRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _room = await BackupRoom.OpenAsync();
        _options.Folder = _room.BackupFolder;
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task The_first_round_makes_a_backup_and_the_next_one_only_when_it_is_old_enough()
    {
        await LookAsync();
        _room.Clock.Advance(TimeSpan.FromHours(23));
        await LookAsync();
        Assert.Single(Backups());

        _room.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync();

        Assert.Equal(2, Backups().Count);
    }

    [Fact]
    public async Task The_oldest_beyond_the_number_are_deleted_and_what_is_not_ours_stays()
    {
        Directory.CreateDirectory(_room.BackupFolder);
        var foreign = Path.Combine(_room.BackupFolder, "somebody" + MakeBackupHandler.Extension);
        await File.WriteAllTextAsync(foreign, "not a backup", Cancel);
        for (var day = 0; day < 5; day++)
        {
            await LookAsync();
            _room.Clock.Advance(TimeSpan.FromDays(1));
        }

        var left = BackupShelf.List(_room.BackupFolder, await InstallationAsync());
        Assert.Equal([4, 3, 2], left.Select(backup => (backup.Header.MadeAt - new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero)).Days));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public async Task A_backup_from_a_clock_that_was_ahead_does_not_stand_for_those_of_today()
    {
        _room.Clock.Advance(TimeSpan.FromDays(400));
        await LookAsync();
        _room.Clock.AdjustTime(new DateTimeOffset(2026, 9, 2, 8, 0, 0, TimeSpan.Zero));

        await LookAsync();
        await LookAsync();

        Assert.Equal(2, Backups().Count);
    }

    [Fact]
    public async Task One_that_fails_is_a_task_until_one_succeeds()
    {
        // A file where the folder would be: nobody can put a backup there, not even root.
        await File.WriteAllTextAsync(_room.BackupFolder, "in the way", Cancel);

        await LookAsync();
        await LookAsync();

        var task = Assert.Single(await OpenTasksAsync());
        Assert.Equal(BackupLoop.TaskKind, task.Kind);
        Assert.Contains(_room.BackupFolder, task.Detail, StringComparison.Ordinal);

        File.Delete(_room.BackupFolder);
        await LookAsync();

        Assert.Empty(await OpenTasksAsync());
        Assert.Single(Backups());
    }

    [Fact]
    public async Task While_another_one_is_made_none_is_and_its_copy_is_left_alone()
    {
        var copy = Path.Combine(_room.DataFolder, "kontor-20260901T080000Z-000001.copy");
        await File.WriteAllTextAsync(copy, "being made", Cancel);
        using (new FileStream(Path.Combine(_room.DataFolder, MakeBackupHandler.TurnFile), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await LookAsync();
        }

        Assert.True(File.Exists(copy));
        Assert.False(Directory.Exists(_room.BackupFolder));
        Assert.Empty(await OpenTasksAsync());
    }

    [Fact]
    public async Task Many_at_once_make_at_least_one_and_none_fails()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(_room.TryBackUpAsync, Cancel)));

        var whole = made.OfType<MadeBackup>().ToList();
        Assert.NotEmpty(whole);
        Assert.All(whole, backup => Assert.Equal(backup.Header, BackupFile.Read(backup.Path, _room.Keys, Stream.Null)));
        Assert.Equal(whole.Count, Backups().Count);
    }

    private async Task LookAsync()
    {
        var installation = await _room.Database.ReadAsync(db => db.GetTable<Installation>().FirstAsync(Cancel), Cancel);
        await new BackupLoop(
            new MakeBackupHandler(_room.Database, _room.Keys, _room.Ids, _room.Clock),
            _room.Database,
            new TaskStore(_room.Database, _room.Ids),
            installation,
            _options,
            _room.Clock,
            NullLogger<BackupLoop>.Instance).LookAsync(_room.DataFolder, Cancel);
    }

    private async Task<string> InstallationAsync() =>
        (await _room.Database.ReadAsync(db => db.GetTable<Installation>().FirstAsync(Cancel), Cancel)).Id;

    private List<string> Backups() => [.. Directory.EnumerateFiles(_room.BackupFolder)];

    private Task<List<TaskRow>> OpenTasksAsync() =>
        new TaskStore(_room.Database, _room.Ids).ListAsync(new TaskFilter(OnlyOpen: true, Limit: 10), Cancel);
}
