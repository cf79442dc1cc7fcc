using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Inventory;

/// <summary>Whatever happens to a machine is in its time line within one sweep, with whoever did it.</summary>
public sealed class TimelineTests : IDisposable
{
    private const string OtherImage = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    public static TheoryData<string> Acts => ["rename", "stop", "cancel", "reinstall", "delete"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_in_the_panel_is_noticed_in_one_sweep_attributed_and_answered_with_no_purchase_and_no_cancel(string act)
    {
        var machine = await MachineAsync();
        Do(act, machine.ProviderId.Value);
        await _engine.SweepAsync();
        _engine.Work();

        var entry = (await LineAsync(machine)).First(row => row.Origin == TimelineOrigin.Outside);
        Assert.Equal((KindOf(act), act == "delete" ? "system" : "panel"), (entry.Kind, entry.Actor));
        Assert.Contains("changed outside by", entry.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (_engine.Calls("createInstance"), _engine.Calls("cancelInstance"), _engine.Cloud.PurchaseLog.Count));
    }

    [Fact]
    public async Task A_start_in_the_panel_is_noticed_and_attributed()
    {
        var machine = await MachineAsync();
        await _engine.PowerAsync(machine.Id, PowerAction.Stop);
        _engine.Cloud.Panel.Start(machine.ProviderId.Value);
        _engine.Pass(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        var line = await LineAsync(machine);
        Assert.Equal(
            [(TimelineKind.Started, TimelineOrigin.Outside, "panel"), (TimelineKind.Stopped, TimelineOrigin.Kontor, "api_key shop-key")],
            line.Where(row => row.Kind is TimelineKind.Started or TimelineKind.Stopped).Select(row => (row.Kind, row.Origin, row.Actor)));
    }

    [Fact]
    public async Task What_Kontor_does_is_Kontors_and_names_its_operation_once_the_audit_is_read_too()
    {
        var machine = await MachineAsync();
        var stop = await _engine.PowerAsync(machine.Id, PowerAction.Stop);
        _engine.Pass(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        var entry = Assert.Single(await LineAsync(machine), row => row.Kind == TimelineKind.Stopped);
        var intent = Assert.Single(await _engine.IntentsAsync(stop.Id));
        Assert.Equal((TimelineOrigin.Kontor, stop.Id, intent.RequestId), (entry.Origin, entry.OperationId, entry.RequestId));
        Assert.NotNull(entry.AuditId);
        Assert.True(entry.Observed);
    }

    [Fact]
    public async Task The_purchase_begins_the_line_and_is_Kontors()
    {
        var machine = await MachineAsync();

        var entry = Assert.Single(await LineAsync(machine), row => row.Kind == TimelineKind.Bought);
        Assert.Equal(TimelineOrigin.Kontor, entry.Origin);
        Assert.NotNull(entry.OperationId);
        Assert.DoesNotContain(await LineAsync(machine), row => row.Origin == TimelineOrigin.Outside);
    }

    [Fact]
    public async Task A_name_that_is_put_back_is_Kontors_doing()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.Rename(machine.ProviderId.Value, "my favourite machine");
        await _engine.SweepAsync();
        await _engine.SweepAsync();
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        Assert.Equal(
            [(TimelineOrigin.Kontor, true), (TimelineOrigin.Outside, true)],
            (await LineAsync(machine)).Where(row => row.Kind == TimelineKind.Renamed).Select(row => (row.Origin, row.AuditId is not null)));
    }

    [Fact]
    public async Task A_change_whose_audit_is_late_waits_for_its_name_and_gets_it_once()
    {
        var machine = await MachineAsync();
        _engine.Wire.AnswerReadsOf("/v1/compute/instances/audits", Empty);
        _engine.Cloud.Panel.Cancel(machine.ProviderId.Value);
        await _engine.SweepAsync();
        var waiting = (await LineAsync(machine))[0];
        _engine.Wire.AnswerReadsOf("/nowhere", Empty);
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        Assert.EndsWith("changed outside, by whom is not known yet.", waiting.Text, StringComparison.Ordinal);
        var named = Assert.Single(await LineAsync(machine), row => row.Kind == TimelineKind.Cancelled);
        Assert.Equal((waiting.Id, waiting.At, "panel"), (named.Id, named.At, named.Actor));
    }

    [Fact]
    public async Task A_change_whose_audit_never_comes_stays_outside_without_a_name()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.SetStatus(machine.ProviderId.Value, "stopped");
        await _engine.SweepAsync();

        Assert.Equal((TimelineKind.Stopped, TimelineOrigin.Outside, null), Head(await LineAsync(machine)));
    }

    [Theory]
    [InlineData(Misbehaviour.ShortList)]
    [InlineData(Misbehaviour.StaleList)]
    public async Task An_audit_list_that_lacks_rows_is_read_again(Misbehaviour misbehaviour)
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.Cancel(machine.ProviderId.Value);
        _engine.Cloud.Faults.Add(new FaultRule { Operation = "retrieveInstancesAuditsList", Misbehaviour = misbehaviour, Count = 1 });
        await _engine.SweepAsync();
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        Assert.Equal((TimelineKind.Cancelled, TimelineOrigin.Outside, "panel"), Head(await LineAsync(machine)));
    }

    [Fact]
    public async Task When_nothing_is_new_two_pages_of_audits_are_read_and_nothing_is_written()
    {
        var machine = await MachineAsync();
        await _engine.SweepAsync();
        var before = (_engine.Calls("retrieveInstancesAuditsList"), _engine.Calls("retrieveInstancesActionsAuditsList"), (await LineAsync(machine)).Count);
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        Assert.Equal(
            (before.Item1 + 1, before.Item2 + 1, before.Item3),
            (_engine.Calls("retrieveInstancesAuditsList"), _engine.Calls("retrieveInstancesActionsAuditsList"), (await LineAsync(machine)).Count));
    }

    [Fact]
    public async Task A_new_day_reads_no_row_twice()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.Cancel(machine.ProviderId.Value);
        await _engine.SweepAsync();
        var before = await LineAsync(machine);
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        await _engine.SweepAsync();
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        await _engine.SweepAsync();

        Assert.Equal(before.Select(row => row.Id), (await LineAsync(machine)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_machine_that_is_back_says_so()
    {
        var machine = await MachineAsync();
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        _engine.Wire.AnswerReadsOf("/v1/compute/instances", Empty);
        await _engine.SweepAsync();
        await _engine.SweepAsync();
        Assert.Equal(FindingKind.Ghost, Assert.Single(await _engine.FindingsAsync()).Kind);
        _engine.Wire.AnswerReadsOf("/nowhere", Empty);
        await _engine.SweepAsync();

        Assert.Equal([TimelineKind.Back, TimelineKind.Missing], (await LineAsync(machine)).Take(2).Select(row => row.Kind));
        Assert.Empty(await _engine.FindingsAsync());
    }

    private const string Empty = """{"_pagination":{"size":100,"totalElements":0,"totalPages":0,"page":1},"data":[],"_links":{}}""";

    private static (string Kind, string Origin, string? Actor) Head(List<TimelineEntry> line) => (line[0].Kind, line[0].Origin, line[0].Actor);

    private static string KindOf(string act) => act switch
    {
        "rename" => TimelineKind.Renamed,
        "stop" => TimelineKind.Stopped,
        "cancel" => TimelineKind.Cancelled,
        "reinstall" => TimelineKind.Reinstalled,
        _ => TimelineKind.Missing,
    };

    private void Do(string act, long machine)
    {
        var panel = _engine.Cloud.Panel;
        Assert.True(act switch
        {
            "rename" => panel.Rename(machine, "my favourite machine"),
            "stop" => panel.Stop(machine),
            "cancel" => panel.Cancel(machine),
            "reinstall" => panel.Reinstall(machine, Guid.Parse(OtherImage)),
            _ => panel.Delete(machine),
        });
        _engine.Clock.Advance(TimeSpan.FromSeconds(30));
    }

    private async Task<Resource> MachineAsync()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(20), step: TimeSpan.FromMinutes(10));
        await _engine.SweepAsync();
        return await _engine.ResourceAsync(order.Subject.Id);
    }

    private Task<List<TimelineEntry>> LineAsync(Resource machine) =>
        _engine.Get<TimelineStore>().ListAsync(machine.Id, before: null, limit: 100, TestContext.Current.CancellationToken);
}
