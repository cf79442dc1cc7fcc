using System.Runtime.Versioning;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>The key file at the start of a server: made once, kept to its owner, and refused in one sentence with the cure.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KeyFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SecretRoom _room = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kontor-key-tests-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "config", "kek-1");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _room.Dispose();
    }

    [Fact]
    public async Task The_first_start_makes_a_key_for_its_owner_alone_and_the_next_reads_it()
    {
        var first = await OpenAsync(Path);

        Assert.Equal(Private, File.GetUnixFileMode(Path));
        Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(System.IO.Path.GetDirectoryName(Path)!));
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken)).Trim()).Length);
        Assert.Equal(first.Id, (await OpenAsync(Path)).Id);
        Assert.Single(Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public async Task Many_first_starts_at_once_agree_on_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => OpenAsync(Path))));

        Assert.Single(keys.Select(key => key.Id).Distinct());
        Assert.Single(Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public async Task A_missing_key_is_not_made_anew_where_something_is_sealed()
    {
        await SealWithAsync(await OpenAsync(Path));
        File.Delete(Path);

        await RefusedAsync("is missing");
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task A_key_that_does_not_open_what_is_sealed_is_refused_by_both_ids()
    {
        var right = await OpenAsync(Path);
        await SealWithAsync(right);
        File.Delete(Path);
        Write(Convert.ToBase64String(new byte[32]));

        Assert.Contains(right.Id, await RefusedAsync("sealed with"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_key_is_refused_and_left_as_it_is(string content)
    {
        Write(content);

        await RefusedAsync("does not hold a key");
        Assert.Equal(content, await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_key_that_others_can_reach_is_refused(UnixFileMode open)
    {
        await OpenAsync(Path);
        File.SetUnixFileMode(Path, Private | open);

        await RefusedAsync("chmod 600");
    }

    [Fact]
    public async Task A_key_inside_the_data_folder_is_refused()
    {
        var inside = System.IO.Path.Combine(_room.Test.Folder, "keys", "kek-1");

        await RefusedAsync("inside the data folder", inside);
        Assert.False(File.Exists(inside));
    }

    [Fact]
    public async Task A_link_that_leads_into_the_data_folder_is_inside_it()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(_room.Test.Folder, "keys"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.FullName, "config"), System.IO.Path.Combine(_room.Test.Folder, "keys"));

        await RefusedAsync("inside the data folder");
    }

    [Fact]
    public async Task A_folder_beside_the_data_whose_name_begins_alike_is_not_inside()
    {
        var beside = _room.Test.Folder + "-key";
        try
        {
            Assert.NotNull(await OpenAsync(System.IO.Path.Combine(beside, "kek-1")));
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    [Fact]
    public async Task A_place_where_no_file_can_be_is_refused()
    {
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder.FullName, "config"), "a file", TestContext.Current.CancellationToken);

        await RefusedAsync("cannot be used");
    }

    private async Task<KeyEncryptionKey> OpenAsync(string path) => (await new OpenKeyFileHandler(_room.Test.Database, new SystemIdSource(new FakeTimeProvider()))
        .HandleAsync(path, _room.Test.Folder, TestContext.Current.CancellationToken)).Key;

    private async Task<string> RefusedAsync(string because, string? path = null)
    {
        var refused = await Assert.ThrowsAsync<KeyFileException>(() => OpenAsync(path ?? Path));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Contains(path ?? Path, refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }

    private Task SealWithAsync(KeyEncryptionKey key) =>
        _room.SealAsync(new SecretPlace("shop", "table", "row", "column"), "secret", new SecretBox(new KeyInMemory(key), _room.Ids));

    private void Write(string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, content);
        File.SetUnixFileMode(Path, Private);
    }
}
