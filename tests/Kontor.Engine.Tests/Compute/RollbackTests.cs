using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A rollback takes only what whoever wishes it has named, and is never sent twice.</summary>
public sealed class RollbackTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_preview_names_the_newer_snapshots_and_the_rollback_takes_exactly_those()
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one", "two", "three");

        var preview = (await _engine.Get<ShowSnapshotsHandler>().PreviewAsync(machine, ids[0], Shop.Actor, Cancel)).Value;
        var rolled = await RollBackAsync(machine, ids[0], ids[1], ids[2]);

        Assert.Equal([ids[1], ids[2]], preview.Loses.Select(snapshot => snapshot.SnapshotId));
        Assert.Equal(("succeeded", 1), (rolled.State, _engine.Calls("rollbackSnapshot")));
        Assert.Equal(ids[0], Assert.Single(await _engine.SnapshotsAsync(machine)).SnapshotId);
        Assert.Equal(ids[0], await RolledBackToAsync(machine));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_rollback_that_names_other_snapshots_than_vanish_is_refused_with_their_list(int named)
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one", "two", "three");
        var loses = named switch { 0 => Array.Empty<string>(), 1 => [ids[1]], _ => [ids[1], ids[2], "snap1"] };

        var refused = (await _engine.TryChangeAsync(machine, "snapshot_rollback", new Rollback(ids[0], loses))).Problem;

        Assert.Equal(("compute.rollback_loses", "loses"), (refused?.Code, refused?.Field));
        Assert.Contains($"{ids[1]}, {ids[2]}", refused!.Detail, StringComparison.Ordinal);
        Assert.Equal((0, 3), (_engine.Calls("rollbackSnapshot"), (await _engine.SnapshotsAsync(machine)).Count));
    }

    [Fact]
    public async Task A_snapshot_that_was_taken_meanwhile_stops_the_rollback_before_it_is_sent()
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one");
        var wish = (await _engine.TryChangeAsync(machine, "snapshot_rollback", new Rollback(ids[0], []))).Value;
        await TakeInThePanelAsync(machine);

        var rolled = await _engine.RunUntilAtRestAsync(wish.Id);

        Assert.Equal(("failed", "compute.rollback_loses", 0), (rolled.State, rolled.ProblemCode, _engine.Calls("rollbackSnapshot")));
    }

    [Fact]
    public async Task A_snapshot_that_was_just_taken_is_given_a_moment()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeAsync(machine, "one");
        var id = (await _engine.SnapshotsAsync(machine))[0].SnapshotId;

        Assert.Equal("succeeded", (await RollBackAsync(machine, id)).State);

        Assert.Equal(1, _engine.Calls("rollbackSnapshot"));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, "succeeded", null)]
    [InlineData(Misbehaviour.UnreadableSuccess, "succeeded", null)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "failed", "compute.rollback_unknown")]
    public async Task A_rollback_whose_answer_was_lost_is_looked_up_and_never_sent_twice(Misbehaviour misbehaviour, string state, string? problem)
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one", "two");
        _engine.Fault(misbehaviour, "rollbackSnapshot");

        var rolled = await RollBackAsync(machine, ids[0], ids[1]);

        Assert.Equal((state, problem, 1), (rolled.State, rolled.ProblemCode, _engine.Calls("rollbackSnapshot")));
    }

    [Fact]
    public async Task Without_a_list_nobody_is_asked_to_agree_to_an_unknown_loss()
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one");
        _engine.Fault(Misbehaviour.ShortList, "retrieveSnapshotList");

        Assert.Equal("compute.snapshots_unreadable", (await _engine.TryChangeAsync(machine, "snapshot_rollback", new Rollback(ids[0], []))).Problem?.Code);
    }

    [Theory]
    [InlineData("snapshot.intent/committed")]
    [InlineData("snapshot.call/not_sent")]
    [InlineData("snapshot.call/answered")]
    [InlineData("snapshot.sent/before")]
    [InlineData("snapshot.looked/committed")]
    public async Task A_process_that_dies_on_the_way_never_rolls_back_twice(string place)
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one", "two");
        _engine.Start(new KilledAt(place));
        var wish = (await _engine.TryChangeAsync(machine, "snapshot_rollback", new Rollback(ids[0], [ids[1]]))).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        var ended = await _engine.RunUntilAtRestAsync(wish.Id);

        Assert.True(_engine.Calls("rollbackSnapshot") <= 1);
        Assert.Equal(ended.State == "succeeded" ? ids[0] : null, await RolledBackToAsync(machine));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Engine.Operations.Operation> RollBackAsync(ResourceId machine, string id, params string[] loses) =>
        _engine.ChangeAsync(machine, "snapshot_rollback", new Rollback(id, loses));

    private async Task<string?> RolledBackToAsync(ResourceId machine) => _engine.Cloud.FindInstance(await NumberAsync(machine))!.RolledBackTo;

    private async Task<long> NumberAsync(ResourceId machine) =>
        (await _engine.AllAsync<Resource>()).Single(row => row.Id == machine).ProviderId.Value;

    /// <summary>Somebody else takes one, past Kontor.</summary>
    private async Task TakeInThePanelAsync(ResourceId machine)
    {
        var client = _engine.Get<Engine.Accounts.ContaboAccounts>().Default!.Client;
        await client.Snapshots.CreateAsync(
            await NumberAsync(machine),
            new Contabo.Snapshots.CreateSnapshotRequest { Name = "by hand" },
            new Contabo.RequestId(Guid.Parse("0d9bb3ad-6ea0-4c3f-8f3d-3d1f2a1b4c5d")),
            Cancel);
    }
}
