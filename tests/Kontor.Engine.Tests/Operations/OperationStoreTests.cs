using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Tests.Common;

namespace Kontor.Engine.Tests.Operations;

/// <summary>Every change is conditional on what its author saw; a lease only saves work.</summary>
public sealed class OperationStoreTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);
    private static readonly OperationId Id = new("1");
    private readonly TestDatabase _test = new();
    private readonly OperationStore _store;

    public OperationStoreTests() => _store = new OperationStore(_test.Database, new WakeSignal(), []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _test.Database.WriteAsync(
        "test.insert", unit => _store.InsertAsync(unit, Samples.Operation(Id.Value, "sample", unit.Now), "Begun."), Cancel);

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_row_one_moves_it()
    {
        var seen = (await _store.FindAsync(Id, Cancel))!;

        Assert.True(await MoveAsync(seen, "one"));
        Assert.False(await MoveAsync(seen, "other"));
        Assert.Equal("one", (await _store.FindAsync(Id, Cancel))!.State);
        Assert.Equal(["begun", "one"], (await _store.StepsAsync(Id, Cancel)).Select(step => step.State));
    }

    [Fact]
    public async Task A_row_in_the_same_state_at_another_attempt_is_not_moved()
    {
        var seen = (await _store.FindAsync(Id, Cancel))!;
        Assert.True(await MoveAsync(seen, "begun", attempt: 1));

        Assert.False(await MoveAsync(seen, "done"));
    }

    [Fact]
    public async Task What_one_worker_holds_no_other_takes_until_the_lease_runs_out()
    {
        Assert.NotNull(await _store.ClaimAsync("one", Lease, Cancel));
        Assert.Null(await _store.ClaimAsync("other", Lease, Cancel));

        _test.Clock.Advance(Lease);
        Assert.Equal("other", (await _store.ClaimAsync("other", Lease, Cancel))!.LeaseOwner);
    }

    [Fact]
    public async Task A_worker_whose_lease_ran_out_may_still_move_what_nobody_moved()
    {
        var held = (await _store.ClaimAsync("one", Lease, Cancel))!;
        _test.Clock.Advance(Lease);
        await _store.ClaimAsync("other", Lease, Cancel);

        Assert.True(await MoveAsync(held, "done"));
    }

    [Fact]
    public async Task A_new_process_frees_what_the_dead_one_held()
    {
        await _store.ClaimAsync("dead", Lease, Cancel);
        await _store.ReleaseAllAsync(Cancel);

        Assert.NotNull(await _store.ClaimAsync("new", Lease, Cancel));
    }

    [Fact]
    public async Task What_is_due_later_or_never_is_not_claimed()
    {
        var seen = (await _store.FindAsync(Id, Cancel))!;
        await MoveAsync(seen, "later", dueAt: _test.Clock.GetUtcNow().AddMinutes(1));
        Assert.Null(await _store.ClaimAsync("worker", Lease, Cancel));

        _test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await MoveAsync((await _store.ClaimAsync("worker", Lease, Cancel))!, "never"));
        _test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _store.ClaimAsync("worker", Lease, Cancel));
    }

    private Task<bool> MoveAsync(Operation seen, string state, int? attempt = null, DateTimeOffset? dueAt = null) => _test.Database.WriteAsync(
        "test.move",
        unit => _store.TryMoveAsync(
            unit,
            seen,
            new OperationMove(state, OperationStatus.Running, "Moved.", Actor.Kontor("test")) { Attempt = attempt, DueAt = dueAt }),
        Cancel);
}
