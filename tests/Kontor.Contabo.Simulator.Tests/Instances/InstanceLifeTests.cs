using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class InstanceLifeTests
{
    [Fact]
    public async Task An_order_becomes_a_running_machine_in_the_time_the_settings_say()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        var id = await api.OrderAsync();

        Assert.Equal("provisioning", await StatusAsync(api, id));
        rig.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("installing", await StatusAsync(api, id));
        rig.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("running", await StatusAsync(api, id));
    }

    [Fact]
    public async Task Addresses_appear_when_installing_begins()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        var path = $"/v1/compute/instances/{await api.OrderAsync()}";

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await api.GetAsync(path)).First.GetProperty("ipConfig").ValueKind);
        rig.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.StartsWith("198.1", (await api.GetAsync(path)).First.GetProperty("ipConfig").GetProperty("v4").GetProperty("ip").GetString());
    }

    [Fact]
    public async Task A_cancelled_machine_runs_to_the_end_of_its_term_and_then_vanishes()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        var id = await api.OrderAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(3));

        var cancelled = await api.PostAsync($"/v1/compute/instances/{id}/cancel", null);
        Assert.Equal((201, "2026-12-10"), (cancelled.Status, cancelled.First.GetProperty("cancelDate").GetString()));
        rig.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 9, 22, 59, 59, TimeSpan.Zero));
        await api.SignInAsync();
        Assert.Equal("running", await StatusAsync(api, id));
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, (await api.GetAsync($"/v1/compute/instances/{id}")).Status);
        Assert.Empty((await api.GetAsync("/v1/compute/instances")).Data);
        Assert.Single(rig.Cloud.Charges);
    }

    [Fact]
    public async Task A_machine_nobody_cancels_renews()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await api.OrderAsync();

        rig.Clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(13, rig.Cloud.Charges.Count);
        Assert.Single(rig.Cloud.PurchaseLog);
    }

    private static async Task<string?> StatusAsync(ApiCaller api, long id) =>
        (await api.GetAsync($"/v1/compute/instances/{id}")).First.GetProperty("status").GetString();
}
