using Kontor.Contabo.Simulator.Tests.Doors;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class PanelTests
{
    private readonly CloudRig _rig = new();

    [Fact]
    public async Task A_person_in_the_panel_leaves_no_request_id_behind()
    {
        using var api = await _rig.SignedInAsync();
        var instance = _rig.Cloud.Panel.Add("DE-54321", "V154", "not ours");

        Assert.Single((await api.GetAsync("/v1/compute/instances?displayName=not%20ours")).Data);
        Assert.Equal((instance.InstanceId, ""), (_rig.Cloud.PurchaseLog[0].InstanceId, _rig.Cloud.PurchaseLog[0].RequestId));
    }

    [Fact]
    public async Task What_the_panel_deletes_is_gone_with_its_tags_and_charges_no_more()
    {
        using var api = await _rig.SignedInAsync();
        var id = await api.OrderAsync();
        await api.PostAsync("/v1/tags", new { name = "ours", color = "#0A78C3" });
        await api.PostAsync($"/v1/tags/2001/assignments/instance/{id}", null);

        Assert.True(_rig.Cloud.Panel.Delete(id));
        _rig.Clock.Advance(TimeSpan.FromDays(90));
        await api.SignInAsync();

        Assert.Equal(404, (await api.GetAsync($"/v1/compute/instances/{id}")).Status);
        Assert.Empty((await api.GetAsync("/v1/tags/2001/assignments")).Data);
        Assert.Single(_rig.Cloud.Charges);
    }

    [Fact]
    public async Task A_person_in_the_panel_stops_starts_and_reinstalls()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.SnapshotAsync();

        Assert.True(one.Cloud.Panel.Stop(one.Id));
        one.Pass(3);
        Assert.Equal("stopped", one.Status);
        Assert.True(one.Cloud.Panel.Start(one.Id));
        one.Pass(5);
        Assert.Equal("running", one.Status);
        Assert.True(one.Cloud.Panel.Reinstall(one.Id));
        Assert.Equal(("installing", 1), (one.Status, one.Instance.Installations));
        Assert.Empty(one.Cloud.Snapshots(one.Id));
    }

    [Fact]
    public async Task Where_the_state_forbids_it_the_panel_does_nothing_either()
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Panel.Reinstall(one.Id);

        Assert.False(one.Cloud.Panel.Stop(one.Id));
        Assert.False(one.Cloud.Panel.Start(one.Id));
        Assert.False(one.Cloud.Panel.Reinstall(one.Id));
        one.Pass(300);
        Assert.False(one.Cloud.Panel.Reinstall(one.Id, Guid.Empty));
        Assert.Equal(1, one.Instance.Installations);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("provisioning")]
    public async Task A_status_set_by_hand_ends_what_was_under_way(string status)
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ActAsync("stop");

        one.Cloud.Panel.SetStatus(one.Id, status);
        one.Pass(110);

        Assert.Equal("running", one.Status);
        Assert.Equal(201, (await one.ActAsync("restart")).Status);
    }

    [Fact]
    public async Task Every_act_past_us_leaves_the_row_of_such_an_act_without_a_request_id()
    {
        using var one = await InstanceRig.RunningAsync();
        var panel = one.Cloud.Panel;
        panel.Rename(one.Id, "renamed");
        panel.Stop(one.Id);
        one.Pass(3);
        panel.Start(one.Id);
        one.Pass(5);
        panel.Reinstall(one.Id);
        panel.Cancel(one.Id);
        panel.SetSuspended(one.Id, true);
        panel.Delete(one.Id);

        var rows = (await one.Api.GetAsync($"/v1/compute/instances/audits?instanceId={one.Id}")).Data.Skip(1).ToList();
        Assert.Equal(["UPDATED", "UPDATED", "UPDATED", "UPDATED", "DELETED"], rows.Select(row => row.GetProperty("action").GetString()));
        Assert.Equal(["panel", "panel", "panel", "system", "system"], rows.Select(row => row.GetProperty("username").GetString()));
        var actions = (await one.Api.GetAsync("/v1/compute/instances/actions/audits")).Data;
        Assert.Equal(["stop", "start"], actions.Select(row => row.GetProperty("changes").GetProperty("new").GetProperty("action").GetString()));
        Assert.All([.. rows, .. actions], row => Assert.Equal("", row.GetProperty("requestId").GetString()));
    }

    [Fact]
    public async Task What_the_provider_suspends_is_off_and_cannot_be_started_until_it_is_released()
    {
        using var one = await InstanceRig.RunningAsync();
        var snapshot = (await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString();
        one.Pass(8);
        one.Cloud.Panel.SetSuspended(one.Id, true);

        Assert.Equal("stopped", one.Status);
        var refused = await one.ActAsync("start");
        Assert.Equal((422, "Instance is suspended, start is not possible"), (refused.Status, refused.Message.GetString()));
        Assert.Equal(422, (await one.ReinstallAsync(new { imageId = "4efbc0ba-2313-4fe1-842a-516f8652e729" })).Status);
        Assert.Equal(422, (await one.SnapshotAsync()).Status);
        Assert.Equal(422, (await one.Api.PostAsync($"{one.Path}/snapshots/{snapshot}/rollback", new { })).Status);
        Assert.Equal(422, (await one.Api.PostAsync($"{one.Path}/upgrade", new { backup = new { } })).Status);
        Assert.Equal(400, (await one.Api.GetAsync($"{one.Path}/regionChange/check")).Status);
        Assert.Equal(201, (await one.ActAsync("stop")).Status);
        one.Cloud.Panel.SetSuspended(one.Id, false);
        Assert.Equal("stopped", one.Status);
        Assert.Equal(201, (await one.ActAsync("start")).Status);
    }

    [Fact]
    public async Task A_machine_added_by_hand_has_a_row_of_the_panel()
    {
        using var api = await _rig.SignedInAsync();
        _rig.Cloud.Panel.Add("DE-54321", "V154", "not ours");

        var row = Assert.Single((await api.GetAsync("/v1/compute/instances/audits")).Data);

        Assert.Equal(("CREATED", ""), (row.GetProperty("action").GetString(), row.GetProperty("requestId").GetString()));
    }

    [Fact]
    public void Nothing_can_be_done_to_what_does_not_exist()
    {
        Assert.False(_rig.Cloud.Panel.Delete(1));
        Assert.False(_rig.Cloud.Panel.Rename(1, "x"));
        Assert.False(_rig.Cloud.Panel.Cancel(1));
        Assert.False(_rig.Cloud.Panel.Start(1));
        Assert.False(_rig.Cloud.Panel.Stop(1));
        Assert.False(_rig.Cloud.Panel.Reinstall(1));
        Assert.False(_rig.Cloud.Panel.FinishRegionChange(1));
    }
}
