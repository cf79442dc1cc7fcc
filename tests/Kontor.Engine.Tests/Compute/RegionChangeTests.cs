using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A move is a ticket, opened once; the machine is used meanwhile, and its region is the proof.</summary>
public sealed class RegionChangeTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_preview_says_where_to_and_which_addresses_are_lost()
    {
        var machine = await RunningAsync();

        var preview = (await PreviewAsync(machine)).Value;

        Assert.Equal("EU", preview.Region);
        Assert.NotNull(preview.IpV4);
        Assert.Empty(preview.Reasons);
        Assert.Contains("SIN", preview.Regions);
        Assert.DoesNotContain("EU", preview.Regions);
    }

    [Fact]
    public async Task It_ends_when_the_machine_is_there_and_its_ticket_stands_in_the_steps()
    {
        var machine = await RunningAsync();
        var moving = (await TryAsync(machine, "SIN")).Value;
        _engine.Pass(TimeSpan.FromHours(8), TimeSpan.FromMinutes(10));
        var ticket = _engine.Cloud.FindInstance(machine.ProviderId.Value)!.RegionChange!.TicketNumber;
        Assert.Equal("verifying", (await _engine.OperationAsync(moving.Id)).State);

        _engine.Cloud.Panel.FinishRegionChange(machine.ProviderId.Value);
        await _engine.SweepAsync();
        _engine.Work();

        Assert.Equal("succeeded", (await _engine.OperationAsync(moving.Id)).State);
        Assert.Contains(await StepsAsync(moving), step => step.Text.Contains($"ticket {ticket}", StringComparison.Ordinal));
        Assert.Equal(1, _engine.Calls("requestRegionChange"));
    }

    [Fact]
    public async Task While_the_ticket_is_open_the_machine_is_used_as_before()
    {
        var machine = await RunningAsync();
        await TryAsync(machine, "SIN");
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("succeeded", (await _engine.PowerAsync(machine.Id, PowerAction.Restart)).State);
        Assert.Equal("compute.region_change_refused", (await TryAsync(machine, "UK")).Problem?.Code);
    }

    [Fact]
    public async Task Nothing_is_looked_at_every_few_seconds_for_days()
    {
        var machine = await RunningAsync();
        await TryAsync(machine, "SIN");
        _engine.Pass(TimeSpan.FromHours(6), TimeSpan.FromMinutes(1));
        var before = _engine.Calls("retrieveInstance");

        _engine.Pass(TimeSpan.FromHours(6), TimeSpan.FromMinutes(1));

        Assert.InRange(_engine.Calls("retrieveInstance") - before, 1, 10);
    }

    [Fact]
    public async Task After_a_week_a_person_is_asked_and_what_comes_then_still_ends_it()
    {
        var machine = await RunningAsync();
        var moving = (await TryAsync(machine, "SIN")).Value;
        _engine.Pass(TimeSpan.FromDays(8), TimeSpan.FromHours(1));

        var late = await _engine.OperationAsync(moving.Id);
        Assert.Equal(("parked", "compute.region_change_late"), (late.State, late.ProblemCode));
        Assert.Contains($"ticket {_engine.Cloud.FindInstance(machine.ProviderId.Value)!.RegionChange!.TicketNumber}", late.ProblemDetail, StringComparison.Ordinal);
        Assert.Contains(await _engine.AllAsync<TaskRow>(), task => task.OperationId == moving.Id && task.Status == "open");
        _engine.Cloud.Panel.FinishRegionChange(machine.ProviderId.Value);
        await _engine.SweepAsync();
        _engine.Work();

        Assert.Equal("succeeded", (await _engine.OperationAsync(moving.Id)).State);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, "verifying", null)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "parked", "compute.region_change_unknown")]
    public async Task A_lost_answer_is_looked_up_and_never_sent_again(Misbehaviour misbehaviour, string state, string? problem)
    {
        var machine = await RunningAsync();
        _engine.Fault(misbehaviour, "requestRegionChange");
        var moving = (await TryAsync(machine, "SIN")).Value;

        _engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));

        var row = await _engine.OperationAsync(moving.Id);
        Assert.Equal((state, problem, 1), (row.State, row.ProblemCode, _engine.Calls("requestRegionChange")));
    }

    [Theory]
    [InlineData("Mars", "migration", "compute.region_unknown", "region")]
    [InlineData("EU", "migration", "compute.region_current", "region")]
    [InlineData("SIN", "teleport", "compute.invalid_field", "method")]
    [InlineData("SIN", "installation", "compute.invalid_field", "loses")]
    [InlineData("", "migration", "compute.region_unknown", "region")]
    public async Task What_is_wrong_is_named_and_no_ticket_is_opened(string region, string method, string code, string field)
    {
        var machine = await RunningAsync();

        var refused = (await TryAsync(machine, region, method)).Problem;

        Assert.Equal((code, field, 0), (refused?.Code, refused?.Field, _engine.Calls("requestRegionChange")));
    }

    [Fact]
    public async Task The_preview_has_the_move_that_is_not_done_with_its_ticket()
    {
        var machine = await RunningAsync();
        var moving = (await TryAsync(machine, "SIN")).Value;
        _engine.Pass(TimeSpan.FromMinutes(1));

        var open = (await PreviewAsync(machine)).Value.Open;

        Assert.Equal((moving.Id, "SIN", _engine.Cloud.FindInstance(machine.ProviderId.Value)!.RegionChange!.TicketNumber), (open!.Operation, open.Wish.Region, open.Ticket));
        _engine.Cloud.Panel.FinishRegionChange(machine.ProviderId.Value);
        await _engine.SweepAsync();
        _engine.Work();
        Assert.Null((await PreviewAsync(machine)).Value.Open);
    }

    [Fact]
    public async Task Another_move_is_refused_while_one_is_open_even_if_its_ticket_is_not_known()
    {
        var machine = await RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "requestRegionChange");
        var first = (await TryAsync(machine, "SIN")).Value;
        _engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));

        var refused = (await TryAsync(machine, "UK")).Problem;

        Assert.Equal(("compute.region_change_open", 1), (refused?.Code, _engine.Calls("requestRegionChange")));
        await _engine.GiveUpAsync(first.Id);
        Assert.Null((await TryAsync(machine, "UK")).Problem);
    }

    [Fact]
    public async Task A_machine_that_is_protected_from_losing_its_disk_moves_with_it_alone()
    {
        var machine = await RunningAsync();
        await _engine.Get<ProtectInstanceHandler>().HandleAsync(new ProtectInstance(machine.Id, false, true, "shop"), Shop.Actor, Cancel);

        Assert.Equal("compute.protected", (await TryAsync(machine, "SIN", "installation", loses: true)).Problem?.Code);
        Assert.Null((await TryAsync(machine, "SIN")).Problem);
    }

    [Fact]
    public async Task Days_later_the_time_line_still_knows_that_Kontor_had_it_moved()
    {
        var machine = await RunningAsync();
        var moving = (await TryAsync(machine, "SIN")).Value;
        _engine.Pass(TimeSpan.FromDays(3), TimeSpan.FromMinutes(30));
        _engine.Cloud.Panel.FinishRegionChange(machine.ProviderId.Value);
        await _engine.SweepAsync();

        var entries = await _engine.Get<TimelineStore>().ListAsync(machine.Id, before: null, limit: 100, Cancel);

        Assert.Contains(entries, one => one is { Kind: TimelineKind.RegionChanged, Origin: TimelineOrigin.Kontor, Observed: true, After: "SIN" } && one.OperationId == moving.Id);
    }

    [Fact]
    public async Task Customers_do_not_move_machines_and_what_is_suspended_or_ends_is_left_alone()
    {
        var accepted = await _engine.BuyAsync(Shop.Order);
        var machine = await _engine.ResourceAsync(accepted.Subject.Id);
        var customer = Shop.Actor with { Client = "7" };

        Assert.Equal("tenancy.right_not_of_role", (await _engine.Get<RegionMoves>().PreviewAsync(machine.Id, customer, Cancel)).Problem?.Code);
        await _engine.SuspendAsync(accepted.Subject, suspended: true);
        Assert.Equal("compute.suspended", (await TryAsync(machine, "SIN")).Problem?.Code);
        await _engine.SuspendAsync(accepted.Subject, suspended: false);
        await _engine.TerminateAsync(accepted.Subject);
        Assert.Equal("compute.terminating", (await TryAsync(machine, "SIN")).Problem?.Code);
        Assert.Equal(0, _engine.Calls("requestRegionChange"));
    }

    [Fact]
    public async Task The_providers_reasons_are_said_before_anything_is_sent()
    {
        var machine = await RunningAsync();
        _engine.Cloud.Panel.Cancel(machine.ProviderId.Value);

        Assert.Equal(["order_cancelled"], (await PreviewAsync(machine)).Value.Reasons);
        var refused = (await TryAsync(machine, "SIN")).Problem;
        Assert.Equal(("compute.region_change_refused", 0), (refused?.Code, _engine.Calls("requestRegionChange")));
        Assert.Contains("order_cancelled", refused!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region.intent/committed")]
    [InlineData("region.call/not_sent")]
    [InlineData("region.call/answered")]
    [InlineData("region.sent/before")]
    [InlineData("region.looked/committed")]
    public async Task A_process_that_dies_on_the_way_opens_one_ticket_at_the_most(string place)
    {
        var machine = await RunningAsync();
        _engine.Start(new KilledAt(place));
        var moving = (await TryAsync(machine, "SIN")).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();
        _engine.Pass(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        var row = await _engine.OperationAsync(moving.Id);

        var ticket = _engine.Cloud.FindInstance(machine.ProviderId.Value)!.RegionChange;
        Assert.Equal(ticket is null ? "parked" : "verifying", row.State);
        Assert.True(_engine.Calls("requestRegionChange") <= 1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Result<RegionPreview>> PreviewAsync(Resource machine) => _engine.Get<RegionMoves>().PreviewAsync(machine.Id, Shop.Actor, Cancel);

    private Task<Result<Operation>> TryAsync(Resource machine, string region, string method = "migration", bool loses = false) =>
        _engine.TryChangeAsync(machine.Id, "region_change", new RegionWish(region, method, loses));

    private Task<List<OperationStep>> StepsAsync(Operation operation) => _engine.Get<OperationStore>().StepsAsync(operation.Id, Cancel);

    private async Task<Resource> RunningAsync() => await _engine.ResourceAsync((await _engine.BuyAsync(Shop.Order)).Subject.Id);
}
