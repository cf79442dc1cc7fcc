using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Snapshots;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Snapshots taken, renamed and deleted: the limit is said before, and none is taken twice.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_snapshot_that_was_taken_is_listed_with_its_id_and_its_end()
    {
        var machine = await _engine.RoomyMachineAsync();

        var taken = await _engine.TakeAsync(machine, "before update", "all is well");
        var shown = await ListAsync(machine);

        var snapshot = Assert.Single(shown.Seen.All);
        Assert.Equal(("succeeded", "before update", "all is well"), (taken.State, snapshot.Name, snapshot.Description));
        Assert.Equal((3, TimeSpan.FromDays(30)), (shown.Limit, snapshot.AutoDeleteDate - snapshot.CreatedDate));
    }

    [Fact]
    public async Task A_full_machine_is_told_how_many_it_has_before_anything_is_sent()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeEachAsync(machine, "one", "two", "three");

        var refused = (await _engine.TryChangeAsync(machine, "snapshot_create", new NewSnapshot("four", null))).Problem;

        Assert.Equal("compute.snapshot_limit", refused?.Code);
        Assert.Contains("3 of the 3", refused!.Detail, StringComparison.Ordinal);
        Assert.Equal(3, _engine.Calls("createSnapshot"));
    }

    [Fact]
    public async Task A_request_that_was_accepted_is_the_same_operation_although_the_machine_is_full_now()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeEachAsync(machine, "one", "two");
        var first = (await _engine.TryChangeAsync(machine, "snapshot_create", new NewSnapshot("three", null), "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        var again = (await _engine.TryChangeAsync(machine, "snapshot_create", new NewSnapshot("three", null), "key")).Value;

        Assert.Equal((first.Id, 3), (again.Id, _engine.Calls("createSnapshot")));
    }

    [Fact]
    public async Task A_limit_that_could_not_be_looked_up_when_it_was_wished_is_looked_up_before_it_is_sent()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeEachAsync(machine, "one", "two", "three");
        _engine.Fault(Misbehaviour.ShortList, "retrieveSnapshotList", 2);

        var taken = await _engine.TakeAsync(machine, "four");

        Assert.Equal(("failed", "compute.snapshot_limit", 3), (taken.State, taken.ProblemCode, _engine.Calls("createSnapshot")));
    }

    [Fact]
    public async Task A_plan_that_the_catalogue_does_not_know_has_no_limit_here_and_the_providers_refusal_is_said()
    {
        var machine = await AdoptedAsync("V45");
        await _engine.TakeEachAsync(machine, "one");

        var taken = await _engine.TakeAsync(machine, "two");

        Assert.Null((await ListAsync(machine)).Limit);
        Assert.Equal(("failed", "compute.snapshot_limit"), (taken.State, taken.ProblemCode));
        Assert.Contains("Total snapshots exceed", taken.ProblemDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, true, "succeeded", null)]
    [InlineData(Misbehaviour.UnreadableSuccess, true, "succeeded", null)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, false, "failed", "compute.snapshot_unknown")]
    [InlineData(Misbehaviour.ServerErrorBeforeEffect, false, "failed", "compute.snapshot_unknown")]
    public async Task A_snapshot_whose_answer_was_lost_is_looked_for_and_never_taken_twice(
        Misbehaviour misbehaviour, bool taken, string state, string? problem)
    {
        var machine = await _engine.RoomyMachineAsync();
        _engine.Fault(misbehaviour, "createSnapshot");

        var wish = await _engine.TakeAsync(machine, "one");

        Assert.Equal((state, problem, 1), (wish.State, wish.ProblemCode, _engine.Calls("createSnapshot")));
        Assert.Equal(taken ? 1 : 0, (await _engine.SnapshotsAsync(machine)).Count);
    }

    [Fact]
    public async Task A_lost_snapshot_without_an_audit_row_is_known_by_its_name_and_an_older_one_of_that_name_is_not_taken_for_it()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeEachAsync(machine, "same");
        _engine.Fault(Misbehaviour.MissingAudit, "createSnapshot");
        _engine.Fault(Misbehaviour.TimeoutAfterEffect, "createSnapshot");

        Assert.Equal("succeeded", (await _engine.TakeAsync(machine, "same")).State);

        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "createSnapshot");
        Assert.Equal("failed", (await _engine.TakeAsync(machine, "same")).State);
        Assert.Equal(2, (await _engine.SnapshotsAsync(machine)).Count);
    }

    [Fact]
    public async Task A_snapshot_is_renamed_and_keeps_what_was_not_named()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeAsync(machine, "one", "words");
        var id = (await _engine.SnapshotsAsync(machine))[0].SnapshotId;

        Assert.Equal("succeeded", (await _engine.ChangeAsync(machine, "snapshot_update", new ChangedSnapshot(id, "two", null))).State);

        var snapshot = Assert.Single(await _engine.SnapshotsAsync(machine));
        Assert.Equal(("two", "words"), (snapshot.Name, snapshot.Description));
        Assert.Equal("succeeded", (await _engine.ChangeAsync(machine, "snapshot_update", new ChangedSnapshot(id, "two", null))).State);
        Assert.Equal(1, _engine.Calls("updateSnapshot"));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "deleteSnapshot", 2)]
    [InlineData(Misbehaviour.TimeoutAfterEffect, "deleteSnapshot", 1)]
    [InlineData(Misbehaviour.ShortList, "retrieveSnapshotList", 1)]
    public async Task A_snapshot_is_deleted_when_a_complete_list_lacks_it(Misbehaviour misbehaviour, string operation, int calls)
    {
        var machine = await _engine.RoomyMachineAsync();
        var ids = await _engine.TakeEachAsync(machine, "one");
        var delete = (await _engine.TryChangeAsync(machine, "snapshot_delete", new OldSnapshot(ids[0]))).Value;
        _engine.Fault(misbehaviour, operation);

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(delete.Id)).State);

        Assert.Equal((0, calls), ((await _engine.SnapshotsAsync(machine)).Count, _engine.Calls("deleteSnapshot")));
    }

    [Fact]
    public async Task What_another_machine_has_is_not_there_for_this_one()
    {
        var machine = await _engine.RoomyMachineAsync();
        var other = (await _engine.ResourceAsync((await _engine.BuyAsync(Shop.OrderFor("2002"))).Subject.Id)).Id;
        var ids = await _engine.TakeEachAsync(other, "one");

        Assert.Equal("compute.snapshot_not_found", (await _engine.TryChangeAsync(machine, "snapshot_delete", new OldSnapshot(ids[0]))).Problem?.Code);
        Assert.Equal("compute.snapshot_not_found", (await _engine.TryChangeAsync(machine, "snapshot_update", new ChangedSnapshot(ids[0], "x", null))).Problem?.Code);
        Assert.Equal("compute.snapshot_not_found", (await _engine.TryChangeAsync(machine, "snapshot_rollback", new Rollback(ids[0], []))).Problem?.Code);
        Assert.Single(await _engine.SnapshotsAsync(other));
    }

    [Theory]
    [InlineData("", null, "name")]
    [InlineData("a name that is longer than thirty", null, "name")]
    [InlineData("käse", null, "name")]
    [InlineData("a/b", null, "name")]
    [InlineData(" a", null, "name")]
    [InlineData("🔥", null, "name")]
    [InlineData("fine", "", "description")]
    [InlineData("fine", "a\u0000b", "description")]
    public async Task Bad_words_are_named_and_nothing_is_asked(string name, string? description, string field)
    {
        var machine = await _engine.RoomyMachineAsync();

        var refused = (await _engine.TryChangeAsync(machine, "snapshot_create", new NewSnapshot(name, description))).Problem;

        Assert.Equal(("compute.invalid_field", field), (refused?.Code, refused?.Field));
        Assert.Equal((0, 0), (_engine.Calls("createSnapshot"), _engine.Calls("retrieveSnapshotList")));
    }

    [Fact]
    public async Task Another_source_learns_nothing_and_the_provider_is_not_asked_for_it()
    {
        var machine = await _engine.RoomyMachineAsync();
        var handler = _engine.Get<ChangeInstanceHandler>();
        var wish = new ChangeInstance(machine, "snapshot_create", "other") { Input = new NewSnapshot("one", null) };

        Assert.Equal("compute.instance_not_found", (await handler.HandleAsync(wish, "key", Shop.Actor, Cancel)).Problem?.Code);
        Assert.Equal("compute.instance_not_found", (await _engine.Get<ShowSnapshotsHandler>().ListAsync(machine, Other, Cancel)).Problem?.Code);
        Assert.Equal(0, _engine.Calls("retrieveSnapshotList"));
    }

    [Fact]
    public async Task A_list_that_came_incomplete_is_said_to_be_so()
    {
        var machine = await _engine.RoomyMachineAsync();
        await _engine.TakeEachAsync(machine, "one");
        _engine.Fault(Misbehaviour.ShortList, "retrieveSnapshotList");

        Assert.Equal("compute.snapshots_unreadable", (await _engine.Get<ShowSnapshotsHandler>().ListAsync(machine, Shop.Actor, Cancel)).Problem?.Code);
    }

    [Fact]
    public async Task A_suspended_machine_a_busy_one_and_one_that_is_gone_take_no_wish()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(order.Subject.Id)).Id;
        var wish = new NewSnapshot("one", null);
        var stop = (await _engine.TryPowerAsync(machine, PowerAction.Stop)).Value;

        Assert.Equal("compute.instance_busy", (await _engine.TryChangeAsync(machine, "snapshot_create", wish)).Problem?.Code);
        await _engine.RunUntilAtRestAsync(stop.Id);
        await _engine.SuspendAsync(order.Subject, true);
        Assert.Equal("compute.suspended", (await _engine.TryChangeAsync(machine, "snapshot_create", wish)).Problem?.Code);
        Assert.Equal(0, _engine.Calls("createSnapshot"));
    }

    [Theory]
    [InlineData("snapshot.intent/committed")]
    [InlineData("snapshot.prepared/committed")]
    [InlineData("snapshot.call/not_sent")]
    [InlineData("snapshot.call/answered")]
    [InlineData("snapshot.sent/before")]
    [InlineData("snapshot.looked/committed")]
    public async Task A_process_that_dies_on_the_way_leaves_a_wish_that_the_next_one_ends_and_one_snapshot_at_the_most(string place)
    {
        var machine = await _engine.RoomyMachineAsync();
        _engine.Start(new KilledAt(place));
        var wish = (await _engine.TryChangeAsync(machine, "snapshot_create", new NewSnapshot("one", null))).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        var ended = await _engine.RunUntilAtRestAsync(wish.Id);

        var taken = (await _engine.SnapshotsAsync(machine)).Count;
        Assert.Equal(ended.State == "succeeded" ? 1 : 0, taken);
        Assert.True(_engine.Calls("createSnapshot") <= 1);
    }

    private static Actor Other { get; } = new(ActorKind.ApiKey, "other-key", "other");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<ShownSnapshots> ListAsync(ResourceId machine) => (await _engine.Get<ShowSnapshotsHandler>().ListAsync(machine, Shop.Actor, Cancel)).Value;

    private async Task<ResourceId> AdoptedAsync(string product)
    {
        var machine = _engine.Cloud.Panel.Add(Contabo.Simulator.Accounts.AccountSettings.Demo.ClientId, product, "by hand");
        _engine.Pass(TimeSpan.FromMinutes(3));
        var adopt = new Engine.Compute.AdoptInstance(
            EngineProcess.Account, new ProviderInstanceId(machine.InstanceId), new Engine.Purchasing.SubjectKey("shop", "service", "3003"), Shop.SoldAs);
        return (await _engine.Get<Engine.Compute.AdoptInstanceHandler>().HandleAsync(adopt, Shop.Actor, Cancel)).Value.Id;
    }
}
