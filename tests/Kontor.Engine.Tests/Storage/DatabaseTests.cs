using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Tests.Storage;

public sealed class DatabaseTests
{
    private static readonly FindingRaised Event = new("s1", "f1", "ghost");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_passes_its_three_named_places_in_order()
    {
        var checkpoints = new RecordingCheckpoints();
        using var test = new TestDatabase(checkpoints);

        await test.Database.WriteAsync("room.fact", _ => Task.FromResult(1), Cancel);

        Assert.Equal(["room.fact/before", "room.fact/uncommitted", "room.fact/committed"], checkpoints.Passed);
    }

    [Theory]
    [InlineData("room.fact/before", 0)]
    [InlineData("room.fact/uncommitted", 0)]
    [InlineData("room.fact/committed", 1)]
    public async Task Dying_at_a_place_leaves_all_or_nothing(string place, int rows)
    {
        using var test = new TestDatabase(new RecordingCheckpoints(diesAt: place));
        var woken = false;

        await Assert.ThrowsAsync<DiedException>(() => AppendAsync(test.Database, () => woken = true));

        Assert.Equal((rows, rows), await CountsAsync(test.Database));
        Assert.False(woken);
    }

    [Fact]
    public async Task An_exception_in_the_work_leaves_nothing_and_wakes_nobody()
    {
        using var test = new TestDatabase();
        var woken = false;

        await Assert.ThrowsAsync<DiedException>(() => test.Database.WriteAsync(
            "room.fact",
            async unit =>
            {
                await AppendAsync(unit, () => woken = true);
                throw new DiedException("in the work");
            },
            Cancel));

        Assert.Equal((0, 0), await CountsAsync(test.Database));
        Assert.False(woken);
    }

    [Fact]
    public async Task After_a_failed_write_the_next_one_has_its_turn()
    {
        using var test = new TestDatabase();
        await Assert.ThrowsAsync<DiedException>(() => test.Database.WriteAsync("room.fact", _ => throw new DiedException("x"), Cancel));

        await AppendAsync(test.Database, () => { });

        Assert.Equal((1, 1), await CountsAsync(test.Database));
    }

    [Fact]
    public async Task What_is_to_run_after_the_commit_runs_after_it()
    {
        var checkpoints = new RecordingCheckpoints();
        using var test = new TestDatabase(checkpoints);
        string[] passed = [];

        await AppendAsync(test.Database, () => passed = [.. checkpoints.Passed]);

        Assert.Equal(["room.fact/before", "room.fact/uncommitted", "room.fact/committed"], passed);
    }

    [Fact]
    public async Task All_of_a_write_happens_at_one_instant()
    {
        using var test = new TestDatabase();
        var times = await test.Database.WriteAsync(
            "room.fact",
            unit =>
            {
                var first = unit.Now;
                test.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult((first, unit.Now));
            },
            Cancel);

        Assert.Equal(times.first, times.Now);
    }

    [Fact]
    public async Task Writers_at_once_lose_no_update()
    {
        using var test = new TestDatabase();
        await test.Database.WriteAsync("room.table", unit => unit.Db.ExecuteAsync("CREATE TABLE counter (value INTEGER)"), Cancel);
        await test.Database.WriteAsync("room.zero", unit => unit.Db.ExecuteAsync("INSERT INTO counter VALUES (0)"), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync(test.Database, 50), Cancel)));

        Assert.Equal(400, await test.Database.ReadAsync(db => db.ExecuteAsync<int>("SELECT value FROM counter"), Cancel));
    }

    [Fact]
    public async Task A_read_sees_one_state_whatever_is_written_meanwhile()
    {
        using var test = new TestDatabase();
        var counts = await test.Database.ReadAsync(
            async db =>
            {
                var before = await db.GetTable<AuditRow>().CountAsync(Cancel);
                await AppendAsync(test.Database, () => { });
                return (before, await db.GetTable<AuditRow>().CountAsync(Cancel));
            },
            Cancel);

        Assert.Equal((0, 0), counts);
        Assert.Equal((1, 1), await CountsAsync(test.Database));
    }

    [Fact]
    public async Task A_writer_that_gives_up_waiting_changes_nothing()
    {
        using var test = new TestDatabase();
        using var impatient = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var first = test.Database.WriteAsync("room.slow", async unit => { await release.Task; }, Cancel);

        var second = test.Database.WriteAsync("room.fact", unit => AppendAsync(unit, () => { }), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();
        await first;

        Assert.Equal((0, 0), await CountsAsync(test.Database));
    }

    private static Task AppendAsync(Database database, Action afterCommit) =>
        database.WriteAsync("room.fact", unit => AppendAsync(unit, afterCommit), Cancel);

    private static async Task AppendAsync(UnitOfWork unit, Action afterCommit)
    {
        await AuditTrail.AppendAsync(unit, Actor.Kontor("test"), "room.fact", "about", new { });
        unit.Publish(Event);
        unit.AfterCommit(afterCommit);
    }

    private static async Task AddAsync(Database database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await database.WriteAsync(
                "room.added",
                async unit =>
                {
                    var value = await unit.Db.ExecuteAsync<int>("SELECT value FROM counter", Cancel);
                    await Task.Yield();
                    await unit.Db.ExecuteAsync($"UPDATE counter SET value={value + 1}", Cancel);
                },
                Cancel);
        }
    }

    private static Task<(int Audit, int Outbox)> CountsAsync(Database database) => database.ReadAsync(
        async db => (await db.GetTable<AuditRow>().CountAsync(Cancel), await db.GetTable<OutboxRow>().CountAsync(Cancel)), Cancel);
}
