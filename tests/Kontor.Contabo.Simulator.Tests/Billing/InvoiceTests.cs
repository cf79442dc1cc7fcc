using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Billing;

public sealed class InvoiceTests
{
    private const string Account = "DE-54321";

    [Fact]
    public async Task A_month_sums_orders_renewals_and_region_surcharges()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await api.OrderAsync("monthly", "V153");
        await api.OrderAsync("abroad", "V154", region: "JPN");
        await api.OrderAsync("yearly", "V156", period: 12);

        rig.Clock.Advance(TimeSpan.FromDays(40));

        // By hand: 4.50 + (7.00 + 4.00) + 12 x 21.25 = 270.50; in December the two monthly ones again.
        Assert.Equal(270.50m, rig.Cloud.Invoice(Account, "2026-11").Total);
        Assert.Equal(15.50m, rig.Cloud.Invoice(Account, "2026-12").Total);
        Assert.Equal(0m, rig.Cloud.Invoice(Account, "2026-10").Total);
    }

    [Fact]
    public async Task A_yearly_price_is_charged_to_the_cent()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await api.OrderAsync("plus", "V159", period: 12);

        // 12 x 7.4375 = 89.25: rounding each month first would give 89.28.
        Assert.Equal(89.25m, Assert.Single(rig.Cloud.PurchaseLog).Amount);
        Assert.Equal(89.25m, Assert.Single(rig.Cloud.Invoice(Account, "2026-11").Lines).Amount);
    }

    [Fact]
    public async Task A_month_begins_at_midnight_in_Berlin()
    {
        var rig = new CloudRig(start: new DateTimeOffset(2026, 11, 30, 22, 59, 59, TimeSpan.Zero));
        using var api = await rig.SignedInAsync();
        await api.OrderAsync("november");
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await api.OrderAsync("december");

        Assert.Single(rig.Cloud.Invoice(Account, "2026-11").Lines);
        Assert.Single(rig.Cloud.Invoice(Account, "2026-12").Lines);
    }

    [Fact]
    public async Task An_order_of_31_January_renews_on_28_February_and_31_March()
    {
        var rig = new CloudRig(start: new DateTimeOffset(2027, 1, 31, 15, 0, 0, TimeSpan.Zero));
        using var api = await rig.SignedInAsync();
        await api.OrderAsync();

        rig.Clock.Advance(TimeSpan.FromDays(70));

        Assert.Equal(
            [new DateOnly(2027, 1, 31), new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 31)],
            rig.Cloud.Charges.Select(charge => charge.From));
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 22, 0, 0, TimeSpan.Zero), rig.Cloud.Charges[2].At);
    }

    [Fact]
    public async Task A_term_may_be_charged_month_by_month()
    {
        var rig = new CloudRig(new SimulatorOptions { ChargeMode = ChargeMode.Monthly });
        using var api = await rig.SignedInAsync();
        var id = await api.OrderAsync("yearly", "V156", period: 12);
        rig.Clock.Advance(TimeSpan.FromMinutes(3));
        await api.PostAsync($"/v1/compute/instances/{id}/cancel", new { });

        rig.Clock.Advance(TimeSpan.FromDays(500));

        Assert.Equal(12, rig.Cloud.Charges.Count);
        Assert.All(rig.Cloud.Charges, charge => Assert.Equal(21.25m, charge.Amount));
        Assert.Empty(rig.Cloud.Instances);
    }

    [Fact]
    public async Task A_planted_duplicate_stands_in_the_log_and_on_no_invoice()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await api.OrderAsync("once", requestId: ApiCaller.RequestId(5));

        var planted = rig.Cloud.PlantDuplicate(1);

        Assert.Equal(2, rig.Cloud.PurchaseLog.Count(entry => entry.RequestId == ApiCaller.RequestId(5)));
        Assert.True(planted.Planted);
        Assert.Single(rig.Cloud.Invoice(Account, "2026-11").Lines);
    }

    [Fact]
    public async Task Add_ons_are_part_of_the_price()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();

        await api.PostAsync("/v1/compute/instances", new { period = 1, productId = "V153", addOns = new { privateNetworking = new { }, backup = new { } } });

        // 4.50 + 2.29 + 1.50
        Assert.Equal(8.29m, Assert.Single(rig.Cloud.PurchaseLog).Amount);
    }
}
