using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class UpgradeTests
{
    private const string Account = "DE-54321";

    [Fact]
    public async Task An_add_on_is_a_purchase_with_a_charge_and_part_of_every_later_price()
    {
        using var one = await InstanceRig.RunningAsync(productId: "V153");
        one.Rig.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        await one.Api.SignInAsync();

        var answer = await UpgradeAsync(one, new { privateNetworking = new { } }, ApiCaller.RequestId(902));

        Assert.Equal((200, one.Id), (answer.Status, answer.First.GetProperty("instanceId").GetInt64()));
        var bought = one.Cloud.PurchaseLog[^1];
        // By hand: 15 of 30 days of 2.29, so 1.145, rounded to 1.15.
        Assert.Equal((1477, ApiCaller.RequestId(902), 1.15m), (bought.AddOnId, bought.RequestId, bought.Amount));
        var charge = one.Cloud.Charges[^1];
        Assert.Equal((ChargeKind.AddOn, new DateOnly(2026, 12, 10), 1.15m), (charge.Kind, charge.To, charge.Amount));
        one.Rig.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(5.65m, one.Cloud.Invoice(Account, "2026-11").Total);
        Assert.Equal(6.79m, one.Cloud.Invoice(Account, "2026-12").Total);
    }

    [Fact]
    public async Task Within_a_term_charged_month_by_month_the_purchase_tells_the_rest_of_the_term()
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { ChargeMode = ChargeMode.Monthly }, "V153", 12);

        await UpgradeAsync(one, new { backup = new { } });

        Assert.Equal(18.00m, one.Cloud.PurchaseLog[^1].Amount);
        Assert.Equal(1.50m, one.Cloud.Charges[^1].Amount);
        one.Rig.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(5.33m, one.Cloud.Charges[^1].Amount);
    }

    [Fact]
    public async Task The_whole_stretch_may_be_charged_instead()
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { AddOnChargeMode = AddOnChargeMode.WholeStretch }, "V153");
        one.Rig.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 9, 9, 0, 0, TimeSpan.Zero));
        await one.Api.SignInAsync();

        await UpgradeAsync(one, new { backup = new { } });

        Assert.Equal(1.50m, one.Cloud.Charges[^1].Amount);
    }

    [Fact]
    public async Task Two_add_ons_in_one_call_are_two_purchases()
    {
        using var one = await InstanceRig.RunningAsync();

        await UpgradeAsync(one, new { privateNetworking = new { }, backup = new { } });

        Assert.Equal([null, 1477, 2015], one.Cloud.PurchaseLog.Select(purchase => purchase.AddOnId));
        Assert.Equal([1477, 2015], (await one.Api.GetAsync(one.Path)).First.GetProperty("addOns").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task An_add_on_it_has_is_refused_and_nothing_of_the_call_is_bought()
    {
        using var one = await InstanceRig.RunningAsync();
        await UpgradeAsync(one, new { backup = new { } });

        var answer = await UpgradeAsync(one, new { privateNetworking = new { }, backup = new { } });

        Assert.Equal(409, answer.Status);
        Assert.Equal(2, one.Cloud.PurchaseLog.Count);
        Assert.Equal(2, one.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"backup":null}""")]
    [InlineData("""{"backup":[]}""")]
    [InlineData("""{"backup":true}""")]
    [InlineData("""{"firewall":{}}""")]
    public async Task A_purchase_of_nothing_or_of_something_else_is_refused(string body)
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(400, (await UpgradeAsync(one, System.Text.Json.JsonElement.Parse(body))).Status);
        Assert.Single(one.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_plan_without_a_backup_price_has_no_backup()
    {
        using var one = await InstanceRig.RunningAsync(productId: "V93");

        Assert.Equal(400, (await UpgradeAsync(one, new { backup = new { } })).Status);
    }

    [Theory]
    [InlineData("installing")]
    [InlineData("product_not_available")]
    public async Task A_state_may_forbid_it(string status)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Panel.SetStatus(one.Id, status);

        Assert.Equal(422, (await UpgradeAsync(one, new { backup = new { } })).Status);
        Assert.Equal(404, (await one.Api.PostAsync("/v1/compute/instances/1/upgrade", new { backup = new { } })).Status);
        Assert.Single(one.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task Without_a_contract_there_is_nothing_to_add_to()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ProductNotAvailable });
        var path = $"/v1/compute/instances/{await api.OrderAsync()}";
        rig.Cloud.Panel.SetStatus(202_600_001, "running");

        Assert.Equal(422, (await api.PostAsync($"{path}/upgrade", new { backup = new { } })).Status);
        Assert.Equal("""{"errors":["invalid_order_id"]}""", (await api.GetAsync($"{path}/regionChange/check")).Text);
        Assert.Empty(rig.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_500_may_hide_the_purchase_of_an_add_on_and_the_audit_tells_it()
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorAfterEffect, Operation = "upgradeInstance" });

        Assert.Equal(500, (await UpgradeAsync(one, new { backup = new { } }, ApiCaller.RequestId(903))).Status);

        Assert.Equal(2015, one.Cloud.PurchaseLog[^1].AddOnId);
        var row = Assert.Single((await one.Api.GetAsync($"/v1/compute/instances/audits?requestId={ApiCaller.RequestId(903)}")).Data);
        Assert.Equal("[2015]", row.GetProperty("changes").GetProperty("new").GetProperty("addOns").GetRawText());
    }

    private static Task<ApiAnswer> UpgradeAsync(InstanceRig one, object body, string? requestId = null) =>
        one.Api.PostAsync($"{one.Path}/upgrade", body, requestId);
}
