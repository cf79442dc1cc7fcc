using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Tests.Common;
using LinqToDB.Data;

namespace Kontor.Engine.Tests.Audit;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly TestDatabase _test = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var n = 1; n <= 9; n++)
        {
            _test.Clock.Advance(TimeSpan.FromSeconds(1));
            await _test.Database.WriteAsync("test.fact", unit => AuditTrail.AppendAsync(
                unit, new(ActorKind.ApiKey, "key1", "shop", Client: "17"), "test.fact", n % 2 == 0 ? $"thing{n}" : null, new { Number = n }), Cancel);
        }
    }

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_trail_nobody_touched_is_intact()
    {
        var verdict = await VerifyAsync();

        Assert.Equal((true, 9, null), (verdict.Intact, verdict.Rows, verdict.FirstBroken));
        Assert.Equal(await HashAsync(9), verdict.Head);
    }

    [Fact]
    public async Task An_empty_trail_is_intact()
    {
        using var empty = new TestDatabase();

        var verdict = await new VerifyAuditHandler(empty.Database).HandleAsync(Cancel);

        Assert.Equal((true, 0, AuditTrail.Root), (verdict.Intact, verdict.Rows, verdict.Head));
    }

    [Theory]
    [InlineData("UPDATE audit SET detail='{\"number\":5000}' WHERE sequence=5", 5)]
    [InlineData("UPDATE audit SET actor=replace(actor,'17','18') WHERE sequence=5", 5)]
    [InlineData("UPDATE audit SET action='test.other' WHERE sequence=5", 5)]
    [InlineData("UPDATE audit SET about='thing5' WHERE sequence=5", 5)]
    [InlineData("UPDATE audit SET at=at+1 WHERE sequence=5", 5)]
    [InlineData("UPDATE audit SET at=at+1 WHERE sequence=9", 9)]
    [InlineData("UPDATE audit SET action='test.fac', about='t'||about WHERE sequence=6", 6)]
    public async Task An_edited_or_restamped_row_is_found(string tampering, long broken)
    {
        await TamperAsync(tampering);

        Assert.Equal((false, broken, broken - 1), await BrokenAsync());
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE sequence=5", 5)]
    [InlineData("DELETE FROM audit WHERE sequence=1", 1)]
    [InlineData("DELETE FROM audit WHERE sequence=5; UPDATE audit SET sequence=sequence-1 WHERE sequence>5", 5)]
    public async Task A_row_removed_from_the_middle_is_found_even_if_the_gap_is_closed(string tampering, long broken)
    {
        await TamperAsync(tampering);

        Assert.Equal((false, broken, broken - 1), await BrokenAsync());
    }

    [Fact]
    public async Task A_row_put_in_between_is_found()
    {
        await TamperAsync("UPDATE audit SET sequence=-sequence WHERE sequence>=5; UPDATE audit SET sequence=1-sequence WHERE sequence<0");
        await TamperAsync("INSERT INTO audit SELECT 5, at, actor, action, about, detail, hash, hash FROM audit WHERE sequence=4");

        Assert.Equal((false, 5, 4), await BrokenAsync());
    }

    [Fact]
    public async Task A_row_put_at_the_end_is_found()
    {
        await TamperAsync("INSERT INTO audit SELECT 10, at, actor, action, about, detail, hash, hash FROM audit WHERE sequence=9");

        Assert.Equal((false, 10, 9), await BrokenAsync());
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_found()
    {
        await TamperAsync(
            "UPDATE audit SET sequence=-4 WHERE sequence=4; UPDATE audit SET sequence=4 WHERE sequence=5; UPDATE audit SET sequence=5 WHERE sequence=-4");

        Assert.Equal((false, 4, 3), await BrokenAsync());
    }

    [Fact]
    public async Task A_row_changed_together_with_its_hash_breaks_at_the_next()
    {
        await TamperAsync($"UPDATE audit SET hash='{new string('a', 64)}' WHERE sequence=5");
        Assert.Equal((false, 5, 4), await BrokenAsync());

        await TamperAsync($"UPDATE audit SET hash='{await HashAsync(4)}', previous_hash='{await HashAsync(4)}' WHERE sequence=5");
        Assert.Equal((false, 5, 4), await BrokenAsync());
    }

    [Fact]
    public async Task A_row_rewritten_with_a_fitting_hash_breaks_at_the_next()
    {
        await _test.Database.WriteAsync("test.forged", async unit =>
        {
            var row = (await unit.Db.QueryToListAsync<AuditRow>("SELECT * FROM audit WHERE sequence=5", Cancel)).Single();
            var forged = new AuditRow
            {
                Sequence = 5,
                At = row.At,
                Actor = row.Actor,
                Action = "test.forged",
                Detail = row.Detail,
                PreviousHash = row.PreviousHash,
            };
            await unit.Db.ExecuteAsync($"UPDATE audit SET action='test.forged', about=NULL, hash='{AuditTrail.HashOf(forged)}' WHERE sequence=5");
        }, Cancel);

        Assert.Equal((false, 6, 5), await BrokenAsync());
    }

    [Fact]
    public async Task Fields_cannot_lend_each_other_letters()
    {
        var (one, two) = (new AuditRow { Actor = "ab", Action = "c", Detail = "", PreviousHash = "" },
            new AuditRow { Actor = "a", Action = "bc", Detail = "", PreviousHash = "" });

        Assert.NotEqual(AuditTrail.HashOf(one), AuditTrail.HashOf(two));
        Assert.True((await VerifyAsync()).Intact);
    }

    private async Task<(bool Intact, long? FirstBroken, long Good)> BrokenAsync()
    {
        var verdict = await VerifyAsync();
        return (verdict.Intact, verdict.FirstBroken, verdict.Rows);
    }

    private Task<AuditVerdict> VerifyAsync() => new VerifyAuditHandler(_test.Database).HandleAsync(Cancel);

    private Task TamperAsync(string sql) => _test.Database.WriteAsync("test.tampered", unit => unit.Db.ExecuteAsync(sql, Cancel), Cancel);

    private Task<string> HashAsync(long sequence) => _test.Database.ReadAsync(
        async db => (await db.ExecuteAsync<string>($"SELECT hash FROM audit WHERE sequence={sequence}", Cancel))!, Cancel);
}
