using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>A secret is shown once, to whoever holds the newest link, before it expires.</summary>
public sealed class OneTimeLinkTests : IDisposable
{
    private readonly SecretRoom _room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task A_secret_is_shown_once_and_its_ciphertext_goes_with_it()
    {
        await _room.KeepAsync();
        var token = await _room.TokenAsync();

        Assert.Equal("Password of root on web 1", await _room.Reveal.PurposeAsync(token, Cancel));
        Assert.Equal(SecretRoom.Password, await _room.RevealAsync(token));
        Assert.Null(await _room.RevealAsync(token));
        Assert.Null(await _room.Reveal.PurposeAsync(token, Cancel));
        var row = await _room.RowAsync();
        Assert.Equal((null, _room.Test.Clock.GetUtcNow()), (row.Sealed, row.UsedAt!.Value));
    }

    [Fact]
    public async Task Who_opened_the_link_is_in_the_audit_by_address()
    {
        var id = await _room.KeepAsync();
        await _room.RevealAsync(await _room.TokenAsync());
        var audit = await _room.AuditAsync();

        Assert.Equal(["secret.data_key_made", "secret.kept", "secret.link_made", "secret.revealed"], audit.Select(row => row.Action));
        Assert.Equal(id, audit[^1].About);
        Assert.Contains("\"kind\":\"link\"", audit[^1].Actor, StringComparison.Ordinal);
        Assert.Contains("192.0.2.7", audit[^1].Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_kept()
    {
        await _room.KeepAsync();
        var token = await _room.TokenAsync();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.Matches("^[0-9a-f]{64}$", (await _room.RowAsync()).TokenHash);
    }

    [Fact]
    public async Task The_same_request_sent_again_gets_the_same_link_and_is_audited_once()
    {
        await _room.KeepAsync();

        Assert.Equal(await _room.TokenAsync("link-1"), await _room.TokenAsync("link-1"));
        Assert.Single(await _room.AuditAsync(), row => row.Action == "secret.link_made");
    }

    [Fact]
    public async Task A_new_link_puts_the_old_one_out_of_use()
    {
        await _room.KeepAsync();
        var old = await _room.TokenAsync("link-1");
        var newer = await _room.TokenAsync("link-2");

        Assert.Null(await _room.RevealAsync(old));
        Assert.Equal(SecretRoom.Password, await _room.RevealAsync(newer));
    }

    [Fact]
    public async Task The_same_key_for_another_operation_is_another_link()
    {
        await _room.KeepAsync();
        await _room.KeepAsync(new OperationId("other"));

        Assert.NotEqual((await _room.MakeAsync()).Value.Path, (await _room.MakeAsync(operation: new OperationId("other"))).Value.Path);
    }

    [Fact]
    public async Task After_it_was_shown_there_is_no_new_link()
    {
        await _room.KeepAsync();
        await _room.RevealAsync(await _room.TokenAsync());

        Assert.Equal("secrets.already_revealed", (await _room.MakeAsync()).Problem!.Code);
        Assert.Equal("secrets.already_revealed", (await _room.MakeAsync("link-2")).Problem!.Code);
    }

    [Fact]
    public async Task An_expired_secret_is_neither_shown_nor_linked()
    {
        await _room.KeepAsync();
        var token = await _room.TokenAsync();
        _room.Test.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await _room.Reveal.PurposeAsync(token, Cancel));
        Assert.Null(await _room.RevealAsync(token));
        Assert.Equal("secrets.expired", (await _room.MakeAsync("link-2")).Problem!.Code);
        Assert.Null((await _room.RowAsync()).UsedAt);
    }

    [Fact]
    public async Task What_has_expired_is_wiped_and_the_rest_is_not()
    {
        await _room.KeepAsync();
        await WipeAsync();
        Assert.NotNull((await _room.RowAsync()).Sealed);

        _room.Test.Clock.Advance(TimeSpan.FromHours(1));
        await WipeAsync();
        await WipeAsync();
        Assert.Null((await _room.RowAsync()).Sealed);
        Assert.Single(await _room.AuditAsync(), row => row.Action == "secret.expired");
        Assert.Equal("secrets.expired", (await _room.MakeAsync()).Problem!.Code);
    }

    [Fact]
    public async Task Another_sources_secret_is_like_an_absent_one_and_the_staff_may_have_any()
    {
        await _room.KeepAsync();
        var foreign = (await _room.MakeAsync(source: "other")).Problem!;

        Assert.Equal((await _room.MakeAsync(operation: new OperationId("none"))).Problem, foreign);
        Assert.Equal("secrets.not_found", foreign.Code);
        Assert.Null((await _room.MakeAsync(source: null)).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\U0001F600")]
    public async Task What_is_no_token_shows_nothing(string? token)
    {
        await _room.KeepAsync();
        await _room.TokenAsync();

        Assert.Null(await _room.Reveal.RevealAsync(token, null, Cancel));
        Assert.Null((await _room.RowAsync()).UsedAt);
    }

    [Fact]
    public async Task A_sealed_secret_put_into_another_row_is_not_shown_and_does_not_burn()
    {
        await _room.KeepAsync(new OperationId("other"));
        var stolen = (await _room.RowAsync()).Sealed!;
        await _room.KeepAsync();
        var token = await _room.TokenAsync();
        await _room.Test.Database.WriteAsync("test.swap", async unit =>
        {
            var row = (await OneTimeLinkStore.FindAsync(unit, SecretRoom.Operation))!;
            await LinqToDB.DataExtensions.UpdateAsync(unit.Db, row with { Sealed = stolen });
        }, Cancel);

        await Assert.ThrowsAsync<SecretUnreadableException>(() => _room.RevealAsync(token));
        Assert.DoesNotContain(await _room.AuditAsync(), row => row.Action == "secret.revealed");
    }

    private Task WipeAsync() => new WipeExpiredSecrets(_room.Test.Database, _room.Test.Clock).RunAsync(Cancel);
}
