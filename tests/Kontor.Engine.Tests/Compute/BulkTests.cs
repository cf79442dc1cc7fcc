using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>One wish for many machines: a limit, a result for each, a stop, and nothing lost or done twice.</summary>
public sealed class BulkTests : IDisposable
{
    private static int _keys;
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Two_hundred_machines_are_restarted_once_each_and_never_more_than_the_limit_at_a_time()
    {
        var machines = await MachinesAsync(200);
        var under = new MostAtOnce(_engine);
        _engine.Start(under);
        var bulk = (await CreateAsync("restart", machines, 7)).Value;

        await WatchAsync(bulk.Row.Id);

        var shown = await ShowAsync(bulk.Row.Id);
        Assert.All(shown.Items, item => Assert.Equal("succeeded", item.State));
        Assert.Equal((200, 7, true), (_engine.Calls("restart"), under.Most, shown.Row.FinishedAt is not null));
    }

    [Fact]
    public async Task Two_hundred_are_stopped_half_way_and_only_those_that_failed_are_tried_again()
    {
        var machines = await MachinesAsync(200);
        _engine.Fault(Misbehaviour.TooManyRequests, "restart", 9);
        // The process dies with the hundredth, so that half is not begun yet when a person stops the rest.
        _engine.Start(new MostAtOnce(_engine) { DiesWith = 100 });
        var id = (await CreateAsync("restart", machines, 10)).Value.Row.Id;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        var under = new MostAtOnce(_engine);
        _engine.Start(under);
        await DecideAsync(handler => handler.StopAsync(id, "shop", Shop.Person, Cancel));
        await WatchAsync(id);
        var stopped = await ShowAsync(id);
        await DecideAsync(handler => handler.RetryAsync(id, "shop", Shop.Person, Cancel));
        await WatchAsync(id);

        var after = await ShowAsync(id);
        var begun = stopped.Items.Count(item => item.State == "succeeded");
        Assert.Equal(91, begun);
        Assert.Equal((9, 191 - begun), (stopped.Items.Count(item => item.ProblemCode == "compute.provider_refused"), stopped.Items.Count(item => item.State == "stopped")));
        Assert.Equal((begun + 9, 191 - begun), (after.Items.Count(item => item.State == "succeeded"), after.Items.Count(item => item.State == "stopped")));
        Assert.Equal((begun + 18, true), (_engine.Calls("restart"), under.Most <= 10));
        Assert.All(after.Items.Where(item => item.State == "succeeded"), item => Assert.NotNull(item.OperationId));
    }

    [Theory]
    [InlineData("bulk.item_started/before")]
    [InlineData("bulk.item_started/committed")]
    [InlineData("power.intent/committed")]
    [InlineData("power.call/answered")]
    [InlineData("power.looked/before")]
    [InlineData("bulk.finished/before")]
    public async Task A_process_that_dies_in_the_middle_loses_none_and_repeats_none(string place)
    {
        var machines = await MachinesAsync(12);
        _engine.Start(new KilledAt(place));
        var bulk = (await CreateAsync("restart", machines, 4)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(10)));
        _engine.Start();

        await WatchAsync(bulk.Row.Id);

        var shown = await ShowAsync(bulk.Row.Id);
        Assert.All(shown.Items, item => Assert.Contains(item.State, new[] { "succeeded", "failed" }));
        Assert.True(shown.Items.Count(item => item.State == "failed") <= 4);
        Assert.Equal(12, shown.Items.Select(item => item.OperationId).Distinct().Count());
        Assert.All(_engine.Cloud.Requests.Where(request => request.OperationId == "restart").GroupBy(request => request.Path), one => Assert.Single(one));
    }

    [Fact]
    public async Task Stopped_no_further_machine_begins_and_those_under_way_go_on()
    {
        var machines = await MachinesAsync(9);
        var bulk = (await CreateAsync("stop", machines, 3)).Value;
        _engine.Work();

        var stopped = (await DecideAsync(handler => handler.StopAsync(bulk.Row.Id, "shop", Shop.Person, Cancel))).Value;
        await WatchAsync(bulk.Row.Id);
        var again = (await DecideAsync(handler => handler.StopAsync(bulk.Row.Id, "shop", Shop.Person, Cancel))).Value;

        Assert.Equal(6, stopped.Items.Count(item => item.State == "stopped"));
        Assert.Equal((3, 6), (again.Items.Count(item => item.State == "succeeded"), again.Items.Count(item => item.State == "stopped")));
        Assert.Equal(3, _engine.Calls("stop"));
    }

    [Fact]
    public async Task What_failed_is_tried_again_as_a_new_wish_and_nothing_else_is()
    {
        var machines = await MachinesAsync(4);
        _engine.Fault(Misbehaviour.TooManyRequests, "restart", 2);
        var bulk = (await CreateAsync("restart", machines, 1)).Value;
        await WatchAsync(bulk.Row.Id);
        var before = await ShowAsync(bulk.Row.Id);

        var retried = (await DecideAsync(handler => handler.RetryAsync(bulk.Row.Id, "shop", Shop.Person, Cancel))).Value;
        await WatchAsync(bulk.Row.Id);

        var after = await ShowAsync(bulk.Row.Id);
        Assert.Equal((2, 2), (before.Items.Count(item => item.ProblemCode == "compute.provider_refused"), retried.Items.Count(item => item.State == "waiting")));
        Assert.All(after.Items, item => Assert.Equal("succeeded", item.State));
        Assert.Equal([2, 2, 1, 1], after.Items.Select(item => item.Round));
        Assert.Equal(6, _engine.Calls("restart"));
        Assert.Equal("compute.bulk_nothing_failed", (await DecideAsync(handler => handler.RetryAsync(bulk.Row.Id, "shop", Shop.Person, Cancel))).Problem?.Code);
    }

    [Fact]
    public async Task A_machine_of_another_source_an_absent_one_and_a_busy_one_fail_alone()
    {
        var machines = await MachinesAsync(2);
        var foreign = await AdoptAsync("other", "x-1");
        var busy = (await _engine.TryPowerAsync(new ResourceId(machines[1]), PowerAction.Shutdown)).Value;
        var bulk = (await CreateAsync("restart", [machines[0], foreign, "01ARZ3NDEKTSV4RRFFQ69G5FAV", machines[1]], 20)).Value;

        await WatchAsync(bulk.Row.Id);

        var items = (await ShowAsync(bulk.Row.Id)).Items;
        Assert.Equal([null, "compute.instance_not_found", "compute.instance_not_found", "compute.instance_busy"], items.Select(item => item.ProblemCode));
        Assert.Equal(items[1].ProblemDetail, items[2].ProblemDetail);
        Assert.Equal((1, "instance.shutdown"), (_engine.Calls("restart"), (await _engine.OperationAsync(busy.Id)).Type));
    }

    [Fact]
    public async Task A_preview_says_what_would_come_of_each_and_does_nothing()
    {
        var machines = await MachinesAsync(2);
        await _engine.PowerAsync(new ResourceId(machines[1]), PowerAction.Stop);

        var preview = (await _engine.Get<CreateBulkHandler>().PreviewAsync(
            new CreateBulk("restart", [.. machines, "01ARZ3NDEKTSV4RRFFQ69G5FAV"], 5, "shop"), Shop.Actor, Cancel)).Value;

        Assert.Equal([null, "compute.wrong_status", "compute.instance_not_found"], preview.Items.Select(item => item.Problem?.Code));
        Assert.Equal((0, 0), (_engine.Calls("restart"), (await _engine.AllAsync<BulkRow>()).Count));
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_bulk_and_another_with_its_key_is_refused()
    {
        var machines = await MachinesAsync(1);
        var first = (await CreateAsync("restart", machines, 1, key: "key")).Value;
        await WatchAsync(first.Row.Id);

        var again = (await CreateAsync("restart", machines, 1, key: "key")).Value;

        Assert.Equal((first.Row.Id, 1), (again.Row.Id, _engine.Calls("restart")));
        Assert.Equal("purchasing.idempotency_key_reused", (await CreateAsync("stop", machines, 1, key: "key")).Problem?.Code);
    }

    [Theory]
    [InlineData("add_on", 1, 5, "compute.bulk_not_allowed", "action")]
    [InlineData("snapshot_rollback", 1, 5, "compute.bulk_not_allowed", "action")]
    [InlineData("suspend", 1, 5, "compute.bulk_not_allowed", "action")]
    [InlineData("explode", 1, 5, "compute.invalid_field", "action")]
    [InlineData("restart", 0, 5, "compute.invalid_field", "instances")]
    [InlineData("restart", 501, 5, "compute.invalid_field", "instances")]
    [InlineData("restart", 1, 0, "compute.invalid_field", "limit")]
    [InlineData("restart", 1, 21, "compute.invalid_field", "limit")]
    public async Task What_is_wrong_is_named_and_nothing_begins(string action, int count, int limit, string code, string field)
    {
        var ids = Enumerable.Range(0, count).Select(number => $"id{number}").ToList();

        var refused = (await CreateAsync(action, ids, limit)).Problem;

        Assert.Equal((code, field), (refused?.Code, refused?.Field));
        Assert.Empty(await _engine.AllAsync<BulkRow>());
    }

    [Theory]
    [InlineData("a/b", "instances[1]")]
    [InlineData("", "instances[1]")]
    [InlineData("one", "instances[1]")]
    public async Task A_wrong_id_is_named_by_its_place(string id, string field) =>
        Assert.Equal(field, (await CreateAsync("restart", ["one", id], 5)).Problem?.Field);

    [Fact]
    public async Task Another_sources_bulk_is_not_there()
    {
        var bulk = (await CreateAsync("restart", await MachinesAsync(1), 5)).Value;

        Assert.Equal("compute.bulk_not_found", (await _engine.Get<ShowBulkHandler>().HandleAsync(bulk.Row.Id, "other", Cancel)).Problem?.Code);
        Assert.Equal("compute.bulk_not_found", (await DecideAsync(handler => handler.StopAsync(bulk.Row.Id, "other", Shop.Person, Cancel))).Problem?.Code);
        Assert.Equal("compute.bulk_not_found", (await DecideAsync(handler => handler.RetryAsync(bulk.Row.Id, "other", Shop.Person, Cancel))).Problem?.Code);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Result<ShownBulk>> CreateAsync(string action, IReadOnlyList<string> machines, int atOnce, string? key = null) =>
        _engine.Get<CreateBulkHandler>().HandleAsync(
            new CreateBulk(action, machines, atOnce, "shop"), key ?? $"bulk-{Interlocked.Increment(ref _keys)}", Shop.Actor, Cancel);

    private Task<Result<ShownBulk>> DecideAsync(Func<DecideBulkHandler, Task<Result<ShownBulk>>> decide) => decide(_engine.Get<DecideBulkHandler>());

    private async Task<ShownBulk> ShowAsync(string id) => (await _engine.Get<ShowBulkHandler>().HandleAsync(id, "shop", Cancel)).Value;

    private async Task WatchAsync(string id)
    {
        for (var look = 0; look < 2000 && (await ShowAsync(id)).Row.FinishedAt is null; look++)
        {
            _engine.Pass(TimeSpan.FromSeconds(10));
        }

        Assert.NotNull((await ShowAsync(id)).Row.FinishedAt);
    }

    private async Task<List<string>> MachinesAsync(int count)
    {
        var machines = new List<string>();
        for (var number = 0; number < count; number++)
        {
            machines.Add(await AdoptAsync("shop", $"s-{number}"));
        }

        return machines;
    }

    private async Task<string> AdoptAsync(string source, string externalId)
    {
        var machine = _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", externalId);
        _engine.Cloud.Panel.SetStatus(machine.InstanceId, "running");
        var adopt = new AdoptInstance(EngineProcess.Account, new ProviderInstanceId(machine.InstanceId), new SubjectKey(source, "service", externalId), Shop.SoldAs);
        return (await _engine.Get<AdoptInstanceHandler>().HandleAsync(adopt, Shop.Actor, Cancel)).Value.Id.Value;
    }

    /// <summary>Counts, whenever a machine has begun, how many are under way.</summary>
    private sealed class MostAtOnce(EngineFixture engine) : ICheckpoints
    {
        private int _begun;

        public int Most { get; private set; }

        /// <summary>Gets the machine, counted from 1, with whose beginning the process dies; null when it does not.</summary>
        public int? DiesWith { get; init; }

        public async ValueTask ReachedAsync(string name)
        {
            if (_begun >= DiesWith)
            {
                throw new KilledException();
            }

            if (name == "bulk.item_started/committed")
            {
                _begun++;
                Most = Math.Max(Most, (await engine.AllAsync<Operation>()).Count(operation => operation.Status is "pending" or "running"));
            }
        }

        public void ReachedUncommitted(string name)
        {
            if (_begun >= DiesWith)
            {
                throw new KilledException();
            }
        }
    }
}
