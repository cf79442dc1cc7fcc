using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Purchasing;

public sealed class LifeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_becomes_one_running_machine_and_a_terminate_says_until_when_it_is_paid()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        Assert.Equal(OperationStatus.Pending, order.Operation.Status);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var bought = await client.Operations.GetAsync(order.Operation.Id, Cancel);
        Assert.Equal(OperationStatus.Succeeded, bought.Status);
        var instance = await client.Instances.GetAsync(bought.InstanceId!, Cancel);
        Assert.Equal(("running", false, new DateOnly(2026, 12, 2)), (instance.Status, instance.Adopted, instance.Contract.PaidUntil));

        var wish = new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint };
        var end = await client.Subjects.TerminateAsync(order.Subject.Id, wish, "end-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(end.Id, Cancel)).Status);
        var ended = (await client.Instances.GetAsync(bought.InstanceId!, Cancel)).Contract;
        Assert.Equal((new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 2), false), (ended.PaidUntil, ended.CancelDate, ended.Renews));
        Assert.Single(kontor.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task What_was_sealed_is_shown_with_its_price_and_marker()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        var shown = await client.Orders.GetAsync(order.Id, Cancel);

        Assert.Equal(("V153", "EU", Orders.Ubuntu, 1), (shown.Plan, shown.Region, shown.Image, shown.TermMonths));
        Assert.Matches("^k-[0-9a-z]{12}$", shown.Marker);
        Assert.Equal(order with { Operation = shown.Operation }, shown);
    }

    [Fact]
    public async Task The_steps_of_an_operation_tell_what_happened()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var steps = (await client.Operations.GetAsync(order.Operation.Id, Cancel)).Steps!;

        Assert.Equal("accepted", steps[0].State);
        Assert.Equal("succeeded", steps[^1].State);
        Assert.Equal(steps.OrderBy(step => step.At), steps);
    }

    [Fact]
    public async Task A_purchase_stands_in_the_ledger_once()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var purchase = Assert.Single(await client.ListPurchasesAsync(Cancel).ToListAsync(Cancel));

        Assert.Equal((order.Operation.Id, "shop/service/1001/g1/create", "answer"), (purchase.OperationId, purchase.Key, purchase.Proof));
        Assert.Equal(kontor.Cloud.PurchaseLog[0].InstanceId, purchase.ProviderId);
        Assert.Equal(order.Price.Committed, purchase.Committed);
    }
}
