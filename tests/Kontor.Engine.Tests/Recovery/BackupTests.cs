using System.Runtime.Versioning;
using System.Text;
using Kontor.Engine.Recovery;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Tests.Recovery;

/// <summary>A backup holds one state of the whole database, opens for nobody without the key, and is whole or refused.</summary>
public sealed class BackupTests
{
    private const string Canary = "CANARY-of-the-database";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up()
    {
        await using var room = await BackupRoom.OpenAsync();
        await room.WriteAsync("one");
        var made = await room.BackUpAsync();
        await room.WriteAsync("two");
        var newer = await room.VerifyAsync();
        room.Stop();

        var restored = room.Restore(made.Path);

        Assert.Equal(made.Header, restored.Header);
        Assert.Equal((made.Header.Length, made.Header.Sha256), BackupFile.Measure(room.DatabasePath));
        await room.StartAsync();
        var verdict = await room.VerifyAsync();
        Assert.True(verdict.Intact);
        Assert.Equal((made.Header.AuditRows, made.Header.AuditHead), (verdict.Rows, verdict.Head));
        Assert.NotEqual(newer.Head, verdict.Head);
    }

    [Fact]
    public async Task A_backup_made_while_others_write_holds_one_state_of_all_of_it()
    {
        await using var room = await BackupRoom.OpenAsync();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(number => Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    await room.WriteAsync($"{number}/{i}");
                }
            },
            Cancel)).ToList();
        var backups = new List<MadeBackup>();
        for (var i = 0; i < 5; i++)
        {
            backups.Add(await room.BackUpAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        room.Stop();

        Assert.True(backups[^1].Header.AuditRows > backups[0].Header.AuditRows, "nothing was written meanwhile");
        foreach (var backup in backups)
        {
            room.Restore(backup.Path);
            await room.StartAsync();
            Assert.Equal((true, backup.Header.AuditRows, backup.Header.AuditHead), await room.VerifyAsync() is var verdict ? (verdict.Intact, verdict.Rows, verdict.Head) : default);
            room.Stop();
        }
    }

    [Fact]
    public async Task Nothing_of_the_database_stands_in_a_backup_in_clear_and_no_copy_is_left()
    {
        await using var room = await BackupRoom.OpenAsync();
        await room.WriteAsync(Canary);

        var made = await room.BackUpAsync();

        Assert.Equal(-1, (await File.ReadAllBytesAsync(made.Path, Cancel)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)));
        Assert.Equal(["kontor.db", "kontor.db-shm", "kontor.db-wal", "kontor.db.lock"], Directory.EnumerateFiles(room.DataFolder).Select(Path.GetFileName).Order());
        Assert.Single(Directory.EnumerateFiles(room.BackupFolder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_backup_is_its_owners_alone()
    {
        await using var room = await BackupRoom.OpenAsync();

        var made = await room.BackUpAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.Path));
    }

    [Fact]
    public async Task A_copy_that_a_process_left_when_it_died_is_removed_by_the_next_backup()
    {
        await using var room = await BackupRoom.OpenAsync();
        var left = Path.Combine(room.DataFolder, "kontor-20260901T080000Z-000001.copy");
        await File.WriteAllTextAsync(left, Canary, Cancel);

        await room.BackUpAsync();

        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Every_changed_byte_is_noticed()
    {
        await using var room = await BackupRoom.OpenAsync();
        var bytes = await File.ReadAllBytesAsync((await room.BackUpAsync()).Path, Cancel);
        var changed = Path.Combine(room.BackupFolder, "changed");
        // All of the header, and one byte in each hundred of what is sealed.
        foreach (var at in Enumerable.Range(0, bytes.Length).Where(at => at < 700 || at % 100 == 0 || at >= bytes.Length - 20))
        {
            byte[] copy = [.. bytes];
            copy[at] ^= 0x10;
            await File.WriteAllBytesAsync(changed, copy, Cancel);
            Assert.Throws<BackupException>(() => BackupFile.Read(changed, room.Keys, Stream.Null));
        }
    }

    [Fact]
    public async Task What_was_cut_off_or_added_is_noticed()
    {
        await using var room = await BackupRoom.OpenAsync();
        var bytes = await File.ReadAllBytesAsync((await room.BackUpAsync()).Path, Cancel);
        var changed = Path.Combine(room.BackupFolder, "changed");
        foreach (var length in Enumerable.Range(0, 40).Select(part => bytes.Length * part / 40).Append(bytes.Length - 1))
        {
            await File.WriteAllBytesAsync(changed, bytes[..length], Cancel);
            Assert.Throws<BackupException>(() => BackupFile.Read(changed, room.Keys, Stream.Null));
        }

        await File.WriteAllBytesAsync(changed, [.. bytes, 0], Cancel);
        Assert.Throws<BackupException>(() => BackupFile.Read(changed, room.Keys, Stream.Null));
    }

    [Fact]
    public async Task A_database_of_many_chunks_comes_back_and_two_swapped_chunks_do_not()
    {
        await using var room = await BackupRoom.OpenAsync();
        // Text that packing does not shrink, so that several chunks are full.
        var random = new Random(1);
        await room.Database.WriteAsync(
            "test.bulk",
            async unit =>
            {
                for (var i = 0; i < 400; i++)
                {
                    var text = new byte[1000];
                    random.NextBytes(text);
                    await Engine.Audit.AuditTrail.AppendAsync(unit, BackupRoom.Person, "test.bulk", Convert.ToBase64String(text), new { });
                }
            },
            Cancel);
        var made = await room.BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(made.Path, Cancel);
        Assert.True(bytes.Length > 3 * ChunkCipher.SealedLength, $"{bytes.Length} bytes");
        var start = made.Header.ToBytes().Length;
        var (first, second) = (start..(start + ChunkCipher.SealedLength), (start + ChunkCipher.SealedLength)..(start + (2 * ChunkCipher.SealedLength)));
        byte[] swapped = [.. bytes[..start], .. bytes[second], .. bytes[first], .. bytes[second.End..]];
        var path = Path.Combine(room.BackupFolder, "swapped");
        await File.WriteAllBytesAsync(path, swapped, Cancel);

        Assert.Equal(made.Header, BackupFile.Read(made.Path, room.Keys, Stream.Null));
        Assert.Throws<BackupException>(() => BackupFile.Read(path, room.Keys, Stream.Null));
    }

    [Fact]
    public async Task A_damaged_database_is_not_backed_up_as_if_it_were_sound()
    {
        await using var room = await BackupRoom.OpenAsync();
        var copy = Path.Combine(room.DataFolder, "broken.db");
        await room.Database.CopyToAsync(copy, Cancel);
        var bytes = await File.ReadAllBytesAsync(copy, Cancel);
        bytes.AsSpan(8192, 4096).Fill(0xAA);
        await File.WriteAllBytesAsync(copy, bytes, Cancel);

        var refused = Assert.Throws<DatabaseFileException>(() => DatabaseCopy.Inspect(copy));

        Assert.StartsWith("The database is damaged", refused.Message, StringComparison.Ordinal);
    }
}
