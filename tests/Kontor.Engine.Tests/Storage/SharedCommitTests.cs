using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using Kontor.Engine.Tests.Compute;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Storage;

/// <summary>Writes that wait for their turn share the next commit; nobody may notice but the disk.</summary>
public sealed class SharedCommitTests : IDisposable
{
    private readonly TestDatabase _test = new();
    private readonly TaskCompletionSource _open = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Writes_that_wait_become_true_together()
    {
        var seenOutside = -1;
        await BehindAClosedDoorAsync(
            AppendAsync,
            async unit =>
            {
                await AppendAsync(unit);
                // Another connection does not see the first of the two, and this one does: it is not committed yet.
                seenOutside = await CountAsync();
                Assert.Equal(2, await unit.Db.GetTable<AuditRow>().CountAsync(Cancel));
            });

        Assert.Equal((0, 2), (seenOutside, await CountAsync()));
    }

    [Fact]
    public async Task One_that_fails_is_undone_alone()
    {
        var writes = await BehindAClosedDoorAsync(
            AppendAsync,
            async unit => { await AppendAsync(unit); throw new DiedException("this one"); },
            AppendAsync);

        Assert.Equal([true, false, true], writes.Select(write => write.IsCompletedSuccessfully));
        Assert.Equal(2, await CountAsync());
        Assert.True((await new VerifyAuditHandler(_test.Database).HandleAsync(Cancel)).Intact);
    }

    [Fact]
    public async Task The_death_of_the_process_undoes_them_all()
    {
        var writes = await BehindAClosedDoorAsync(
            AppendAsync,
            async unit => { await AppendAsync(unit); throw new KilledException(); },
            AppendAsync);

        Assert.All(writes, write => Assert.True(write.IsFaulted));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task More_than_fit_into_one_commit_are_all_committed()
    {
        var writes = await BehindAClosedDoorAsync([.. Enumerable.Repeat<Func<UnitOfWork, Task>>(AppendAsync, (WriterLine.MostAtOnce * 2) + 1)]);

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        Assert.Equal(writes.Count, await CountAsync());
    }

    [Fact]
    public async Task One_that_was_taken_along_is_finished_though_its_caller_gives_up()
    {
        using var impatient = new CancellationTokenSource();
        var first = WriteAsync(async _ => await _open.Task, Cancel);
        var leader = WriteAsync(async unit => { await impatient.CancelAsync(); await AppendAsync(unit); }, Cancel);
        var taken = WriteAsync(AppendAsync, impatient.Token);
        _open.SetResult();

        await Task.WhenAll(first, leader, taken);

        Assert.Equal(2, await CountAsync());
    }

    /// <summary>Lets writes queue up behind one that holds its turn, then lets them all go, and waits for each end.</summary>
    private async Task<IReadOnlyList<Task>> BehindAClosedDoorAsync(params Func<UnitOfWork, Task>[] works)
    {
        var first = WriteAsync(async _ => await _open.Task, Cancel);
        var writes = works.Select(work => WriteAsync(work, Cancel)).ToList();
        _open.SetResult();
        await first;
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default)));
        return writes;
    }

    private Task WriteAsync(Func<UnitOfWork, Task> work, CancellationToken cancellationToken) =>
        _test.Database.WriteAsync("room.fact", work, cancellationToken);

    private static Task AppendAsync(UnitOfWork unit) => AuditTrail.AppendAsync(unit, Actor.Kontor("test"), "room.fact", "about", new { });

    private Task<int> CountAsync() => _test.Database.ReadAsync(db => db.GetTable<AuditRow>().CountAsync(Cancel), Cancel);
}
