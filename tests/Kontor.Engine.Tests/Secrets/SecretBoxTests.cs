using System.Text;
using CsCheck;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tests.Common;
using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>A sealed value opens at its place with its key, and nowhere else.</summary>
public sealed class SecretBoxTests : IDisposable
{
    private static readonly SecretPlace Home = new("shop", "table", "row", "column");

    private static readonly Gen<string> Texts = Gen.String[Gen.Char[' ', '\uD7FF'], 1, 60];

    private readonly SecretRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public Task What_was_sealed_opens_to_the_same_text() => Gen.Select(Texts, Texts, Texts).SampleAsync(
        async (text, owner, row) =>
        {
            var place = new SecretPlace(owner, "table", row, "column");
            Assert.Equal(text, await _room.OpenAsync(place, await _room.SealAsync(place, text)));
        },
        iter: 50,
        threads: 1);

    [Fact]
    public Task The_same_text_is_never_sealed_to_the_same_bytes() => Texts.SampleAsync(
        async text => Assert.NotEqual(await _room.SealAsync(Home, text), await _room.SealAsync(Home, text)), iter: 50, threads: 1);

    [Fact]
    public Task A_flipped_bit_is_noticed() => Gen.Select(Texts, Gen.UInt).SampleAsync(
        async (text, at) =>
        {
            var envelope = await _room.SealAsync(Home, text);
            var bit = (int)(at % (envelope.Length * 8));
            envelope[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.OpenAsync(Home, envelope));
        },
        iter: 200,
        threads: 1);

    [Fact]
    public Task What_was_cut_off_or_never_sealed_is_refused() => Gen.Byte.Array[0, 80].SampleAsync(
        async bytes => await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.OpenAsync(Home, bytes)), iter: 100, threads: 1);

    [Theory]
    [InlineData("other", "table", "row", "column")]
    [InlineData("shop", "elbat", "row", "column")]
    [InlineData("shop", "table", "wor", "column")]
    [InlineData("shop", "table", "row", "nmuloc")]
    [InlineData("shop", "tabler", "ow", "column")]
    public async Task What_was_moved_is_refused(string owner, string table, string row, string column)
    {
        var envelope = await _room.SealAsync(Home, "secret");
        // The other owner has a key of its own too.
        await _room.SealAsync(new SecretPlace(owner, table, row, column), "another");

        await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.OpenAsync(new SecretPlace(owner, table, row, column), envelope));
        Assert.Equal("secret", await _room.OpenAsync(Home, envelope));
    }

    [Fact]
    public async Task A_data_key_given_to_another_owner_does_not_unwrap()
    {
        var envelope = await _room.SealAsync(Home, "secret");
        Execute("INSERT INTO data_key SELECT 'thief', number, kek_id, wrapped, created_at FROM data_key");

        await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.OpenAsync(Home with { Owner = "thief" }, envelope));
    }

    [Fact]
    public async Task Another_key_opens_nothing_and_says_which_is_needed()
    {
        var envelope = await _room.SealAsync(Home, "secret");
        var other = new SecretBox(new KeyInMemory(SecretRoom.Key(2)), new SequentialIds());
        var refused = await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.OpenAsync(Home, envelope, other));

        Assert.Contains(SecretRoom.Key(1).Id, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_owner_has_one_key_of_its_own_and_making_it_is_in_the_audit()
    {
        await _room.SealAsync(Home, "one");
        await _room.SealAsync(Home, "two");
        await _room.SealAsync(Home with { Owner = "other" }, "three");

        Assert.Equal(["shop", "other"], (await _room.AuditAsync()).Select(row => row.About));
    }

    [Fact]
    public async Task The_form_of_what_is_sealed_is_version_1_for_ever()
    {
        var envelope = await _room.SealAsync(Home, "secret");

        Assert.Equal([1, 0, 0, 0, 1], envelope[..5]);
        Assert.Equal(5 + 12 + 16 + Encoding.UTF8.GetByteCount("secret"), envelope.Length);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(_room.Test.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
