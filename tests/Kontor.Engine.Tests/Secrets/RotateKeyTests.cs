using System.Runtime.Versioning;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using Kontor.Engine.Tests.Recovery;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>The key changes under load and wherever a process dies, and nothing that was sealed is lost.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RotateKeyTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_rotation_the_new_key_alone_opens_everything()
    {
        await using var room = await BackupRoom.OpenAsync();
        var sealed1 = await SealAsync(room, "one");
        var before = room.Keys.Key;

        var rotated = await RotateAsync(room);

        Assert.Equal((before.Id, 1), (rotated.From, rotated.DataKeys));
        Assert.Equal(rotated.To, room.Keys.Key.Id);
        Assert.Equal("one", await OpenAsync(room, sealed1));
        // The old one is needed for nothing but old backups.
        File.Delete(rotated.OldPath);
        room.Stop();
        await room.StartAsync();
        Assert.Equal("one", await OpenAsync(room, sealed1));
        Assert.Equal(Private, File.GetUnixFileMode(room.KeyFilePath));
    }

    [Fact]
    public async Task A_process_that_runs_meanwhile_seals_and_opens_on()
    {
        await using var room = await BackupRoom.OpenAsync();
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(number => Task.Run(() => SealAndOpenAsync(room, number, stop.Token), Cancel)).ToList();

        for (var i = 0; i < 20; i++)
        {
            await RotateAsync(room);
        }

        await stop.CancelAsync();
        var counts = await Task.WhenAll(load);
        Assert.All(counts, count => Assert.True(count > 0));
        Assert.Equal(20, Directory.EnumerateFiles(Path.GetDirectoryName(room.KeyFilePath)!, "kek-1.old-*").Count());
    }

    [Theory]
    [InlineData("secrets.key_rotated/before")]
    [InlineData("secrets.key_rotated/uncommitted")]
    [InlineData("secrets.key_rotated/committed")]
    public async Task A_rotation_that_dies_loses_nothing_and_the_next_one_ends_it(string where)
    {
        await using var room = await BackupRoom.OpenAsync();
        var sealed1 = await SealAsync(room, "one");
        using (var dying = new Database($"Data Source={room.DatabasePath};Pooling=False", room.Clock, new DiesAt(where)))
        {
            await Assert.ThrowsAsync<DiesAt.Death>(() => new RotateKeyHandler(dying, room.Ids).HandleAsync(room.Keys, BackupRoom.Person, Cancel));
        }

        room.Stop();
        await room.StartAsync();
        Assert.Equal("one", await OpenAsync(room, sealed1));
        var sealed2 = await SealAsync(room, "two");
        var rotated = await RotateAsync(room);
        Assert.Equal(rotated.To, room.Keys.Key.Id);
        Assert.Equal(("one", "two"), (await OpenAsync(room, sealed1), await OpenAsync(room, sealed2)));
        Assert.False(File.Exists(room.KeyFilePath + ".next"));
    }

    [Fact]
    public async Task Two_rotations_at_once_leave_one_key_that_opens_everything()
    {
        await using var room = await BackupRoom.OpenAsync();
        var sealed1 = await SealAsync(room, "one");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryRotateAsync(room), Cancel)));

        room.Stop();
        await room.StartAsync();
        Assert.Equal("one", await OpenAsync(room, sealed1));
    }

    [Fact]
    public async Task A_backup_sealed_with_the_key_before_is_restored()
    {
        await using var room = await BackupRoom.OpenAsync();
        var made = await room.BackUpAsync();
        await RotateAsync(room);
        room.Stop();

        Assert.Equal(made.Header, room.Restore(made.Path).Header);
    }

    [Fact]
    public async Task Where_the_folder_of_the_key_takes_no_file_nothing_changes()
    {
        await using var room = await BackupRoom.OpenAsync();
        var sealed1 = await SealAsync(room, "one");
        // A folder where the next key would stand: nobody can write a file there, not even root.
        Directory.CreateDirectory(room.KeyFilePath + ".next");

        var refused = await Assert.ThrowsAsync<KeyFileException>(() => RotateAsync(room));

        Assert.Contains(room.KeyFilePath, refused.Message, StringComparison.Ordinal);
        Assert.Equal("one", await OpenAsync(room, sealed1));
    }

    private static Task<RotatedKey> RotateAsync(BackupRoom room) =>
        new RotateKeyHandler(room.Database, new SystemIdSource(room.Clock)).HandleAsync(room.Keys, BackupRoom.Person, Cancel);

    private static async Task TryRotateAsync(BackupRoom room)
    {
        try
        {
            await RotateAsync(room);
        }
        catch (KeyFileException)
        {
            // The other one was first.
        }
    }

    private static async Task<int> SealAndOpenAsync(BackupRoom room, int number, CancellationToken stop)
    {
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
        {
            var text = $"{number}/{count}";
            // A new owner each time: its data key is made while the key changes.
            Assert.Equal(text, await OpenAsync(room, await SealAsync(room, text, owner: text), owner: text));
        }

        return count;
    }

    private static Task<byte[]> SealAsync(BackupRoom room, string text, string owner = "shop") => room.Database.WriteAsync(
        "test.seal", unit => BoxOf(room).SealAsync(unit, Place(owner), new SecretText(text)), Cancel);

    private static async Task<string> OpenAsync(BackupRoom room, byte[] envelope, string owner = "shop") =>
        (await room.Database.WriteAsync("test.open", unit => BoxOf(room).OpenAsync(unit, Place(owner), envelope), Cancel)).Reveal();

    private static SecretBox BoxOf(BackupRoom room) => new(room.Keys, new SystemIdSource(room.Clock));

    private static SecretPlace Place(string owner) => new(owner, "table", "row", "column");
}
