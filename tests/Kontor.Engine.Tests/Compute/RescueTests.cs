using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Rescue;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Into the rescue system with a login of its own, a timer, and a clear way out.</summary>
public sealed class RescueTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_machine_goes_into_rescue_with_a_password_that_is_shown_once_and_comes_leftagain()
    {
        var machine = await _engine.RunningAsync();

        var into = await _engine.RescueAsync(machine);
        var inside = (await _engine.InCloudAsync(machine)).Status;
        var password = Assert.Single(_engine.Cloud.Secrets).Value;
        var left = await _engine.LeaveAsync(machine);

        Assert.Equal(("succeeded", "rescue", password), (into.State, inside, await _engine.RevealAsync(into.Id)));
        Assert.Equal(("succeeded", "running", 1), (left.State, (await _engine.InCloudAsync(machine)).Status, _engine.Calls("restart")));
        Assert.StartsWith("Password of root in the rescue system on ", await _engine.PurposeAsync(into.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_when_it_is_in_rescue_is_shown_until_it_is_not()
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);
        var since = (await _engine.MirrorAsync(machine)).RescueSince;
        _engine.Pass(TimeSpan.FromMinutes(20));
        await _engine.SweepAsync();

        Assert.NotNull(since);
        Assert.Equal(since, (await _engine.MirrorAsync(machine)).RescueSince);
        await _engine.LeaveAsync(machine);
        Assert.Null((await _engine.MirrorAsync(machine)).RescueSince);
    }

    [Fact]
    public async Task A_rescue_begun_in_the_panel_is_seen_and_can_be_left()
    {
        var machine = await _engine.RunningAsync();
        _engine.Cloud.Panel.SetStatus((await _engine.InCloudAsync(machine)).InstanceId, "rescue");
        await _engine.SweepAsync();

        Assert.NotNull((await _engine.MirrorAsync(machine)).RescueSince);
        Assert.Equal("succeeded", (await _engine.LeaveAsync(machine)).State);
    }

    [Fact]
    public async Task A_rescue_of_more_than_a_day_is_a_finding_until_it_is_left_and_nothing_is_forced()
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);
        await WatchAsync();
        Assert.Empty(await _engine.FindingsAsync());

        _engine.Pass(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        await WatchAsync();
        await WatchAsync();
        var found = Assert.Single(await _engine.FindingsAsync());

        Assert.Equal((FindingKind.RescueOverdue, "rescue"), (found.Kind, (await _engine.InCloudAsync(machine)).Status));
        await _engine.LeaveAsync(machine);
        Assert.Empty(await _engine.FindingsAsync());
    }

    [Fact]
    public async Task What_makes_no_sense_in_rescue_is_refused()
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);

        Assert.Equal("compute.wrong_status", (await _engine.TryPowerAsync(machine, PowerAction.Start)).Problem?.Code);
        Assert.Equal("compute.wrong_status", (await _engine.TryResetAsync(machine)).Problem?.Code);
        Assert.Equal("compute.wrong_status", (await _engine.TryRescueAsync(machine)).Problem?.Code);
    }

    [Fact]
    public async Task Who_is_not_in_rescue_cannot_leave_it()
    {
        var machine = await _engine.RunningAsync();

        Assert.Equal("compute.wrong_status", (await _engine.TryLeaveAsync(machine)).Problem?.Code);
        Assert.Equal(0, _engine.Calls("restart"));
    }

    [Fact]
    public async Task A_stopped_machine_goes_into_rescue_too()
    {
        var machine = await _engine.RunningAsync();
        await _engine.PowerAsync(machine, PowerAction.Stop);

        Assert.Equal("succeeded", (await _engine.RescueAsync(machine)).State);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 2)]
    public async Task A_rescue_whose_answer_was_lost_is_judged_by_the_status(Misbehaviour misbehaviour, int calls)
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(misbehaviour, "rescue");

        var rescue = await _engine.RescueAsync(machine);

        Assert.Equal(("succeeded", calls), (rescue.State, _engine.Calls("rescue")));
        Assert.NotNull(await _engine.RevealAsync(rescue.Id));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, "succeeded", null)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "failed", "compute.rescue_exit_unknown")]
    public async Task A_way_leftwhose_answer_was_lost_is_never_sent_twice(Misbehaviour misbehaviour, string state, string? problem)
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);
        _engine.Fault(misbehaviour, "restart");

        var left = await _engine.LeaveAsync(machine);

        Assert.Equal((state, problem, 1), (left.State, left.ProblemCode, _engine.Calls("restart")));
        Assert.True(state == "succeeded" || (await _engine.LeaveAsync(machine)).State == "succeeded");
    }

    [Fact]
    public async Task A_private_key_is_refused_and_kept_nowhere()
    {
        var machine = await _engine.RunningAsync();

        var refused = (await _engine.TryRescueAsync(machine, ["-----BEGIN OPENSSH PRIV" + "ATE KEY-----\nCANARYCANARY"])).Problem;

        Assert.Equal(("compute.private_key_sent", "sshKeys[0]"), (refused?.Code, refused?.Field));
        Assert.False(_engine.FilesHave("CANARYCANARY"));
    }

    [Fact]
    public async Task The_keys_are_those_of_the_rescue_system_and_leave_the_machines_own_as_they_are()
    {
        var machine = await _engine.RunningAsync();

        var rescue = await _engine.RunUntilAtRestAsync((await _engine.TryRescueAsync(machine, [SampleKeys.Ed25519])).Value.Id);

        Assert.Equal(("succeeded", 2), (rescue.State, _engine.Cloud.Secrets.Count));
        Assert.Empty((await _engine.InCloudAsync(machine)).SshKeys);
    }

    [Theory]
    [InlineData("rescue.intent/committed")]
    [InlineData("rescue.call/not_sent")]
    [InlineData("rescue.call/answered")]
    [InlineData("rescue.sent/before")]
    [InlineData("rescue.looked/committed")]
    public async Task A_process_that_dies_on_the_way_in_leaves_a_wish_that_the_next_one_ends(string place)
    {
        var machine = await _engine.RunningAsync();
        _engine.Start(new KilledAt(place));
        var rescue = (await _engine.TryRescueAsync(machine)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(rescue.Id)).State);
        Assert.Equal("rescue", (await _engine.InCloudAsync(machine)).Status);
    }

    [Theory]
    [InlineData("rescue_exit.intent/committed", "failed")]
    [InlineData("rescue_exit.call/not_sent", "failed")]
    [InlineData("rescue_exit.call/answered", "succeeded")]
    [InlineData("rescue_exit.sent/before", "succeeded")]
    [InlineData("rescue_exit.looked/committed", "succeeded")]
    public async Task A_process_that_dies_on_the_way_leftrestarts_nothing_twice(string place, string state)
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);
        _engine.Start(new KilledAt(place));
        var left = (await _engine.TryLeaveAsync(machine)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal(state, (await _engine.RunUntilAtRestAsync(left.Id)).State);
        Assert.InRange(_engine.Calls("restart"), 0, 1);
    }

    private Task WatchAsync() => _engine.Get<RescueWatch>().RunAsync(TestContext.Current.CancellationToken);
}
