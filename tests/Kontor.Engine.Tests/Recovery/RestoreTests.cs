using System.Runtime.Versioning;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Tests.Recovery;

/// <summary>Restoring throws nothing away, and changes nothing when it is refused.</summary>
public sealed class RestoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_that_was_there_is_put_aside_whole()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        await room.WriteAsync("newer");
        room.Stop();
        var newest = BackupFile.Measure(room.DatabasePath);

        var restored = room.Restore(made.Path);

        Assert.Equal($"{room.DatabasePath}.replaced-20260901T080000Z", restored.Replaced);
        Assert.Equal(newest, BackupFile.Measure(restored.Replaced!));
    }

    [Fact]
    public async Task A_database_that_is_there_stays_unless_that_is_wished()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();

        await RefusedAsync(room, () => room.Restore(made.Path, replace: false), "add --replace");
    }

    [Fact]
    public async Task Where_no_database_is_one_is_made()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        room.Stop();
        Directory.Delete(room.DataFolder, recursive: true);

        Assert.Null(room.Restore(made.Path, replace: false).Replaced);

        await room.StartAsync();
        Assert.True((await room.VerifyAsync()).Intact);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task A_restore_that_died_half_way_keeps_every_server_off_until_it_is_done_again(string lastMoved)
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        await room.WriteAsync("newer");
        room.Stop();
        // What is there after a death: the new database beside the old one, of which a part was put aside.
        await File.WriteAllTextAsync(room.DatabasePath + DatabaseFile.RestoringExtension, "the new one", Cancel);
        string[] ends = ["", "-wal", "-shm"];
        foreach (var end in ends.Skip(1))
        {
            await File.WriteAllTextAsync(room.DatabasePath + end, "a log of the old one", Cancel);
        }

        foreach (var end in ends.TakeWhile(end => end != lastMoved).Append(lastMoved))
        {
            File.Move(room.DatabasePath + end, room.DatabasePath + ".replaced-then" + end);
        }

        var refused = Assert.Throws<DatabaseFileException>(() => DatabaseFile.Open(room.DatabasePath));
        Assert.Contains("kontor restore", refused.Message, StringComparison.Ordinal);
        Assert.Throws<DatabaseFileException>(() => DatabaseFile.OpenBeside(room.DatabasePath));

        room.Restore(made.Path, replace: true);

        Assert.Equal((made.Header.Length, made.Header.Sha256), BackupFile.Measure(room.DatabasePath));
        Assert.False(File.Exists(room.DatabasePath + "-wal"));
        await room.StartAsync();
        Assert.True((await room.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task What_was_written_last_is_in_the_database_that_is_put_aside()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        await room.WriteAsync("newest");
        var newest = await room.VerifyAsync();
        // As after kill -9: the newest rows are in the log beside the file only.
        var copied = room.DatabasePath + ".then";
        foreach (var end in new[] { "", "-wal" })
        {
            File.Copy(room.DatabasePath + end, copied + end);
        }

        room.Stop();
        foreach (var end in new[] { "", "-wal" })
        {
            File.Move(copied + end, room.DatabasePath + end, overwrite: true);
        }

        var replaced = room.Restore(made.Path).Replaced!;

        Assert.False(File.Exists(replaced + "-wal"));
        Assert.Equal(newest.Rows, DatabaseCopy.Inspect(replaced).AuditRows);
    }

    [Fact]
    public async Task A_running_server_keeps_its_database()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();

        Assert.Contains("stop that one", Assert.Throws<DatabaseFileException>(() => room.Restore(made.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Another_key_does_not_open_it_and_both_are_named()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        var other = Path.Combine(room.BackupFolder, "kek-2");
        await File.WriteAllTextAsync(other, Convert.ToBase64String(new byte[KeyEncryptionKey.Length]), Cancel);
        File.SetUnixFileMode(other, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await RefusedAsync(room, () => room.Restore(made.Path, keyFile: other), made.Header.KeyId);
    }

    [Fact]
    public async Task A_missing_key_is_not_made()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        room.Stop();
        File.Delete(room.KeyFilePath);

        Assert.Throws<KeyFileException>(() => room.Restore(made.Path));
        Assert.False(File.Exists(room.KeyFilePath));
    }

    [Fact]
    public async Task Another_installations_backup_does_not_take_the_place_of_a_database()
    {
        await using var room = await BackupRoom.OpenAsync();
        await using var other = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        // Ids follow one another in tests: only later ones differ from the first installation's.
        other.Stop();
        Directory.Delete(other.DataFolder, recursive: true);
        _ = other.Ids.NewId();
        await other.StartAsync();
        File.Copy(room.KeyFilePath, other.KeyFilePath, overwrite: true);

        await RefusedAsync(other, () => other.Restore(made.Path), "another installation");
    }

    [Theory]
    [InlineData("")]
    [InlineData("KONTOR BACKUP\n")]
    [InlineData("SQLite format 3\0 and some more that is long enough to be read")]
    public async Task What_is_no_backup_is_refused(string content)
    {
        await using var room = await BackupRoom.OpenAsync();
        var path = Path.Combine(room.DataFolder, "file");
        await File.WriteAllTextAsync(path, content, Cancel);

        await RefusedAsync(room, () => room.Restore(path), "is not a backup of Kontor");
    }

    [Fact]
    public async Task A_backup_that_is_not_there_is_named()
    {
        await using var room = await BackupRoom.OpenAsync();

        await RefusedAsync(room, () => room.Restore("/nowhere/of.kontor-backup"), "/nowhere/of.kontor-backup cannot be read");
    }

    [Fact]
    public async Task A_backup_of_a_newer_form_asks_for_the_newer_program()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        var newer = Path.Combine(room.BackupFolder, "newer");
        await File.WriteAllBytesAsync(newer, (made.Header with { Format = 2 }).ToBytes(), Cancel);

        await RefusedAsync(room, () => room.Restore(newer), "has format 2 and this program knows 1");
    }

    /// <summary>It is refused with a sentence, and the database is what it was.</summary>
    private static async Task RefusedAsync(BackupRoom room, Action restore, string because)
    {
        room.Stop();
        var before = BackupFile.Measure(room.DatabasePath);

        Assert.Contains(because, Assert.Throws<BackupException>(restore).Message, StringComparison.Ordinal);

        Assert.Equal(before, BackupFile.Measure(room.DatabasePath));
        Assert.DoesNotContain(Directory.EnumerateFiles(room.DataFolder), file => file.Contains("restor", StringComparison.Ordinal) || file.Contains("replaced", StringComparison.Ordinal));
        await room.StartAsync();
    }
}
