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
    public void Nothing_can_be_done_to_what_does_not_exist()
    {
        Assert.False(_rig.Cloud.Panel.Delete(1));
        Assert.False(_rig.Cloud.Panel.Rename(1, "x"));
        Assert.False(_rig.Cloud.Panel.Cancel(1));
    }
}
