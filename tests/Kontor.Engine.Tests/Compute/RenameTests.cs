using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A new name: the label changes, the marker stays, and the name that is read back is the proof.</summary>
public sealed class RenameTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_label_changes_and_the_marker_stays()
    {
        var before = await MachineAsync();

        var rename = await RenameAsync(before.Id, " mail 2 ");

        Assert.Equal(("succeeded", $"mail 2 {before.Marker}", "mail 2"), (rename.State, NameOf(before), (await AgainAsync(before)).Label));
        Assert.Equal(1, _engine.Calls("patchInstance"));
    }

    [Fact]
    public async Task Until_the_name_is_read_back_our_row_has_the_old_one()
    {
        var before = await MachineAsync();
        Fault(Misbehaviour.TimeoutBeforeEffect);
        await TryAsync(before.Id, "mail");
        _engine.Work();

        Assert.Equal("web", (await AgainAsync(before)).Label);
    }

    [Fact]
    public async Task A_machine_that_is_called_so_already_is_not_renamed()
    {
        var machine = await MachineAsync();

        Assert.Equal("succeeded", (await RenameAsync(machine.Id, "web")).State);

        Assert.Equal(0, _engine.Calls("patchInstance"));
    }

    [Fact]
    public async Task An_empty_label_leaves_the_marker_alone()
    {
        var machine = await MachineAsync();

        Assert.Equal("succeeded", (await RenameAsync(machine.Id, "")).State);

        Assert.Equal(machine.Marker, NameOf(machine));
    }

    [Fact]
    public async Task An_adopted_machine_has_no_marker_and_gets_none()
    {
        var machine = _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", "by hand");
        var adopted = (await _engine.Get<AdoptInstanceHandler>().HandleAsync(
            new AdoptInstance(EngineProcess.Account, new ProviderInstanceId(machine.InstanceId), new SubjectKey("shop", "service", "9"), Shop.SoldAs),
            Shop.Actor,
            TestContext.Current.CancellationToken)).Value;

        Assert.Equal("succeeded", (await RenameAsync(adopted.Id, "mail")).State);

        Assert.Equal(("mail", "mail"), (NameOf(adopted), (await AgainAsync(adopted)).Label));
    }

    [Theory]
    [InlineData("web_1")]
    [InlineData("web ☃")]
    [InlineData("web\n1")]
    [InlineData("web k-0123456789ab")]
    public async Task A_label_that_no_order_could_have_is_refused(string label)
    {
        var machine = await MachineAsync();

        var refused = (await TryAsync(machine.Id, label)).Problem;

        Assert.Equal(("compute.invalid_field", "label"), (refused?.Code, refused?.Field));
        Assert.Equal(0, _engine.Calls("patchInstance"));
    }

    [Fact]
    public async Task A_label_has_an_end()
    {
        var machine = await MachineAsync();

        Assert.Null((await TryAsync(machine.Id, new string('a', 200))).Problem);
        Assert.Equal("compute.invalid_field", (await TryAsync(machine.Id, new string('a', 201))).Problem?.Code);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_operation()
    {
        var machine = await MachineAsync();
        var first = (await TryAsync(machine.Id, "mail", key: "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        Assert.Equal(first.Id, (await TryAsync(machine.Id, "mail", key: "key")).Value.Id);
        Assert.Equal("purchasing.idempotency_key_reused", (await TryAsync(machine.Id, "web", key: "key")).Problem?.Code);
    }

    [Fact]
    public async Task Another_sources_machine_is_answered_like_an_absent_one()
    {
        var machine = await MachineAsync();

        var foreign = (await TryAsync(machine.Id, "mail", source: "other")).Problem;

        Assert.Equal((await TryAsync(new ResourceId("none"), "mail", source: "other")).Problem, foreign);
    }

    [Fact]
    public async Task A_suspended_machine_may_be_renamed_and_a_terminated_one_may_not()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = await _engine.ResourceAsync(order.Subject.Id);
        await _engine.SuspendAsync(order.Subject, suspended: true);
        var suspended = await RenameAsync(machine.Id, "mail");
        await _engine.EndAsync(order.Subject);

        Assert.Equal("succeeded", suspended.State);
        Assert.Equal("compute.terminating", (await TryAsync(machine.Id, "web")).Problem?.Code);
    }

    [Fact]
    public async Task A_second_wish_waits_until_the_first_is_over()
    {
        var machine = await MachineAsync();
        await TryAsync(machine.Id, "mail");

        Assert.Equal("compute.instance_busy", (await TryAsync(machine.Id, "web")).Problem?.Code);
        Assert.Equal("compute.instance_busy", (await _engine.TryPowerAsync(machine.Id, PowerAction.Stop)).Problem?.Code);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 2)]
    public async Task A_lost_answer_is_looked_up_and_what_never_arrived_is_sent_again(Misbehaviour misbehaviour, int calls)
    {
        var machine = await MachineAsync();
        Fault(misbehaviour);

        var rename = await RenameAsync(machine.Id, "mail");

        Assert.Equal(("succeeded", $"mail {machine.Marker}", calls), (rename.State, NameOf(machine), _engine.Calls("patchInstance")));
    }

    [Fact]
    public async Task A_refusal_is_said_and_the_old_name_stays()
    {
        var machine = await MachineAsync();
        Fault(Misbehaviour.TooManyRequests);

        var rename = await RenameAsync(machine.Id, "mail");

        Assert.Equal(("failed", "compute.provider_refused", "web"), (rename.State, rename.ProblemCode, (await AgainAsync(machine)).Label));
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_provider_cannot_be_asked()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "retrieveInstance", Count = 10_000 });

        var rename = await RenameAsync(machine.Id, "mail");

        Assert.Equal(("failed", "compute.not_in_time", 0), (rename.State, rename.ProblemCode, _engine.Calls("patchInstance")));
    }

    [Fact]
    public async Task A_sweep_does_not_put_the_old_name_back_while_the_machine_is_being_renamed()
    {
        var machine = await MachineAsync();
        var rename = (await TryAsync(machine.Id, "mail")).Value;
        _engine.Cloud.Panel.Rename(machine.ProviderId.Value, "by hand");

        await _engine.SweepAsync();
        var untouched = NameOf(machine);
        await _engine.RunUntilAtRestAsync(rename.Id);

        Assert.Equal(("by hand", $"mail {machine.Marker}", 1), (untouched, NameOf(machine), _engine.Calls("patchInstance")));
    }

    [Fact]
    public async Task A_sweep_that_saw_the_machine_before_puts_back_the_name_that_it_has_now()
    {
        var machine = await MachineAsync();
        var moment = new Meanwhile("inventory.marker_changed/before");
        _engine.Cloud.Panel.Rename(machine.ProviderId.Value, "by hand");
        _engine.Start(moment);
        moment.Happens = () =>
        {
            _engine.Rows.WriteAsync(
                "test.renamed", unit => ResourceStore.SetLabelAsync(unit, machine.Id, "mail"), CancellationToken.None).GetAwaiter().GetResult();
        };

        await _engine.SweepAsync();

        Assert.Equal($"mail {machine.Marker}", NameOf(machine));
    }

    [Fact]
    public async Task A_name_that_is_overwritten_right_after_it_was_sent_is_sent_once_more()
    {
        var machine = await MachineAsync();
        var moment = new Meanwhile("rename.sent/committed");
        _engine.Start(moment);
        moment.Happens = () => _engine.Cloud.Panel.Rename(machine.ProviderId.Value, $"web {machine.Marker}");

        var rename = await RenameAsync(machine.Id, "mail");

        Assert.Equal(("succeeded", $"mail {machine.Marker}", 2), (rename.State, NameOf(machine), _engine.Calls("patchInstance")));
    }

    [Theory]
    [InlineData("rename.accept/committed")]
    [InlineData("rename.intent/committed")]
    [InlineData("rename.call/not_sent")]
    [InlineData("rename.call/answered")]
    [InlineData("rename.sent/before")]
    [InlineData("rename.looked/before")]
    public async Task A_process_that_dies_on_the_way_leaves_a_wish_that_the_next_one_ends(string place)
    {
        var machine = await MachineAsync();
        _engine.Start(new KilledAt(place));
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await TryAsync(machine.Id, "mail", key: "key");
            _engine.Pass(TimeSpan.FromMinutes(1));
        });
        _engine.Start();

        var rename = await _engine.RunUntilAtRestAsync((await TryAsync(machine.Id, "mail", key: "key")).Value.Id);

        Assert.Equal(("succeeded", $"mail {machine.Marker}"), (rename.State, NameOf(machine)));
    }

    private void Fault(Misbehaviour misbehaviour) =>
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "patchInstance" });

    private async Task<Resource> MachineAsync() => await _engine.ResourceAsync((await _engine.BuyAsync(Shop.Order)).Subject.Id);

    private async Task<Resource> AgainAsync(Resource machine) => (await _engine.AllAsync<Resource>()).Single(row => row.Id == machine.Id);

    private string NameOf(Resource machine) => _engine.Cloud.FindInstance(machine.ProviderId.Value)!.DisplayName;

    private Task<Result<Operation>> TryAsync(ResourceId machine, string label, string source = "shop", string? key = null) =>
        _engine.Get<RenameInstanceHandler>().HandleAsync(
            new RenameInstance(machine, label, source), key ?? Shop.NewKey(), Shop.Actor, TestContext.Current.CancellationToken);

    private async Task<Operation> RenameAsync(ResourceId machine, string label) =>
        await _engine.RunUntilAtRestAsync((await TryAsync(machine, label)).Value.Id);
}
