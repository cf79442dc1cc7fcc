using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Accounts;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class ActionTests
{
    [Theory]
    [InlineData("stop", "running", 3, "stopped")]
    [InlineData("shutdown", "running", 10, "stopped")]
    [InlineData("restart", "running", 8, "running")]
    [InlineData("rescue", "running", 10, "rescue")]
    public async Task An_action_is_accepted_at_once_and_done_with_time(string action, string before, double seconds, string after)
    {
        using var one = await InstanceRig.RunningAsync();

        var answer = await one.ActAsync(action, new { });

        Assert.Equal((201, action), (answer.Status, answer.First.GetProperty("action").GetString()));
        one.Pass(seconds - 0.001);
        Assert.Equal((before, false), (one.Status, one.Instance.Task is null));
        one.Pass(0.001);
        Assert.Equal((after, true), (one.Status, one.Instance.Task is null));
    }

    [Fact]
    public async Task A_stopped_instance_starts()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.StoppedAsync();

        Assert.Equal(201, (await one.ActAsync("start")).Status);
        one.Pass(5);

        Assert.Equal(("running", 1), (one.Status, one.Instance.Boots));
    }

    [Fact]
    public async Task A_start_of_what_runs_and_a_stop_of_what_is_stopped_change_nothing()
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(201, (await one.ActAsync("start")).Status);
        Assert.Null(one.Instance.Task);
        await one.StoppedAsync();
        Assert.Equal(201, (await one.ActAsync("stop")).Status);
        Assert.Null(one.Instance.Task);
    }

    [Fact]
    public async Task The_same_stop_again_does_not_begin_anew()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ActAsync("stop");
        one.Pass(2);

        Assert.Equal(201, (await one.ActAsync("stop")).Status);
        one.Pass(1);

        Assert.Equal("stopped", one.Status);
    }

    [Fact]
    public async Task Two_restarts_are_two_boots()
    {
        using var one = await InstanceRig.RunningAsync();

        await one.ActAsync("restart");
        one.Pass(8);
        await one.ActAsync("restart");
        one.Pass(8);

        Assert.Equal(2, one.Instance.Boots);
    }

    [Theory]
    [InlineData("start", false)]
    [InlineData("restart", false)]
    [InlineData("rescue", false)]
    [InlineData("shutdown", false)]
    [InlineData("stop", true)]
    public async Task While_it_shuts_down_only_a_stop_is_accepted(string action, bool accepted)
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ActAsync("shutdown");

        Assert.Equal(accepted ? 201 : 422, (await one.ActAsync(action, new { })).Status);
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("shutdown")]
    [InlineData("resetPassword")]
    public async Task A_stopped_instance_refuses_what_needs_a_running_one(string action)
    {
        using var one = await InstanceRig.RunningAsync();
        await one.StoppedAsync();

        var answer = await one.ActAsync(action, new { userData = "#cloud-config" });

        Assert.Equal((422, $"Instance status stopped does not allow {action}"), (answer.Status, answer.Message.GetString()));
    }

    [Theory]
    [InlineData("provisioning")]
    [InlineData("installing")]
    [InlineData("error")]
    [InlineData("pending_payment")]
    [InlineData("manual_provisioning")]
    public async Task What_is_not_installed_refuses_every_action(string status)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Panel.SetStatus(one.Id, status);

        foreach (var action in (string[])["start", "stop", "restart", "shutdown", "rescue", "resetPassword"])
        {
            Assert.Equal(422, (await one.ActAsync(action, new { userData = "#cloud-config" })).Status);
        }

        Assert.Empty((await one.Api.GetAsync("/v1/compute/instances/actions/audits")).Data);
    }

    [Fact]
    public async Task The_status_of_a_wrong_state_can_be_set()
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { WrongStateStatus = 409 });
        await one.StoppedAsync();

        Assert.Equal(409, (await one.ActAsync("restart")).Status);
    }

    [Theory]
    [InlineData("POST", "/actions/start", "{}")]
    [InlineData("POST", "/actions/stop", "{}")]
    [InlineData("POST", "/actions/restart", "{}")]
    [InlineData("POST", "/actions/shutdown", "{}")]
    [InlineData("POST", "/actions/rescue", "{}")]
    [InlineData("POST", "/actions/resetPassword", """{"userData":"#cloud-config"}""")]
    [InlineData("PUT", "", """{"imageId":"4efbc0ba-2313-4fe1-842a-516f8652e729"}""")]
    [InlineData("POST", "/upgrade", """{"backup":{}}""")]
    [InlineData("GET", "/snapshots", null)]
    [InlineData("POST", "/snapshots", """{"name":"a"}""")]
    [InlineData("GET", "/snapshots/snap1", null)]
    [InlineData("PATCH", "/snapshots/snap1", """{"name":"a"}""")]
    [InlineData("DELETE", "/snapshots/snap1", null)]
    [InlineData("POST", "/snapshots/snap1/rollback", "{}")]
    public async Task An_unknown_and_a_foreign_instance_are_missing_to_every_call(string method, string path, string? body)
    {
        var rig = new CloudRig(new SimulatorOptions { Accounts = [AccountSettings.Demo, OtherAccount.Settings] });
        using var other = await rig.SignedInAsync(OtherAccount.Settings);
        var foreign = await other.OrderAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        using var api = await rig.SignedInAsync();

        foreach (var id in (long[])[1, foreign])
        {
            var answer = await api.SendAsync(
                new HttpMethod(method), $"/v1/compute/instances/{id}{path}", body is null ? null : System.Text.Json.JsonElement.Parse(body));
            Assert.Equal((404, "Entry Instance not found by instanceId"), (answer.Status, answer.Message.GetString()));
        }

        Assert.Equal("running", rig.Cloud.FindInstance(foreign)!.Status);
    }

    [Theory]
    [InlineData("restart", 8, "running")]
    [InlineData("stop", 3, "stopped")]
    public async Task Out_of_rescue_leads_a_restart_or_a_stop(string action, double seconds, string after)
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ActAsync("rescue", new { });
        one.Pass(10);
        Assert.Equal("rescue", one.Status);

        await one.ActAsync(action);
        one.Pass(seconds);

        Assert.Equal(after, one.Status);
    }

    [Fact]
    public async Task A_password_reset_shows_its_own_status_and_leaves_the_new_login()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.Api.PostAsync("/v1/secrets", new { name = "root", type = "password", value = "PwdA?2092w#" });

        var answer = await one.ActAsync("resetPassword", new { rootPassword = 1001 });

        Assert.Equal((201, "reset_password"), (answer.Status, one.Status));
        one.Pass(10);
        Assert.Equal(("running", 1001), (one.Status, one.Instance.RootPassword));
    }

    [Theory]
    [InlineData("rescue")]
    [InlineData("resetPassword")]
    public async Task An_unusable_secret_is_a_500_as_with_orders(string action)
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(500, (await one.ActAsync(action, new { rootPassword = 4711 })).Status);
        Assert.Equal(500, (await one.ActAsync(action, new { sshKeys = (int[])[4711] })).Status);
        Assert.Equal(("running", true), (one.Status, one.Instance.Task is null));
    }

    [Fact]
    public async Task A_password_reset_to_nothing_is_refused()
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(400, (await one.ActAsync("resetPassword", new { })).Status);
        Assert.Equal(400, (await one.ActAsync("resetPassword", new { password = "x" })).Status);
    }

    [Fact]
    public async Task A_password_reset_is_refused_on_Windows()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ReinstallAsync(new { imageId = "5c1ab3f0-76f2-4a7e-9e6c-0d1c2f6a2022" });
        one.Pass(300);
        await one.Api.SignInAsync();

        Assert.Equal(422, (await one.ActAsync("resetPassword", new { userData = "#cloud-config" })).Status);
    }

    [Fact]
    public async Task A_guest_may_ignore_the_power_button_and_a_stop_helps()
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { GuestsIgnoreShutdown = true });

        Assert.Equal(201, (await one.ActAsync("shutdown")).Status);
        one.Pass(3600);
        Assert.Equal("running", one.Status);
        await one.Api.SignInAsync();
        await one.StoppedAsync();
    }

    [Theory]
    [InlineData(Misbehaviour.ShutdownIgnored, "shutdown", "running")]
    [InlineData(Misbehaviour.StuckAction, "stop", "running")]
    [InlineData(Misbehaviour.StuckAction, "rescue", "running")]
    [InlineData(Misbehaviour.StuckAction, "resetPassword", "reset_password")]
    public async Task An_accepted_action_may_never_be_done(Misbehaviour misbehaviour, string action, string status)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour });

        Assert.Equal(201, (await one.ActAsync(action, new { userData = "#cloud-config" })).Status);
        one.Pass(3600);

        Assert.Equal((status, 1), (one.Status, one.Cloud.Faults.FiredCount(misbehaviour)));
    }

    [Fact]
    public async Task An_accepted_action_leaves_a_row_that_its_request_id_finds()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ActAsync("restart", null, ApiCaller.RequestId(900));
        one.Pass(8);
        await one.ActAsync("stop");

        var row = Assert.Single((await one.Api.GetAsync($"/v1/compute/instances/actions/audits?requestId={ApiCaller.RequestId(900)}")).Data);

        Assert.Equal((one.Id, "CREATED"), (row.GetProperty("instanceId").GetInt64(), row.GetProperty("action").GetString()));
        Assert.Equal("restart", row.GetProperty("changes").GetProperty("new").GetProperty("action").GetString());
        Assert.Equal(2, (await one.Api.GetAsync($"/v1/compute/instances/actions/audits?instanceId={one.Id}")).Data.Count);
        Assert.Single((await one.Api.GetAsync("/v1/compute/instances/audits")).Data);
    }

    [Fact]
    public async Task A_stop_whose_answer_is_lost_stops_all_the_same()
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorAfterEffect, Operation = "stop" });

        Assert.Equal(500, (await one.ActAsync("stop")).Status);
        one.Pass(3);

        Assert.Equal("stopped", one.Status);
    }
}
