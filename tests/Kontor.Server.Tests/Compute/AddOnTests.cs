using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

public sealed class AddOnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_price_is_said_before_it_is_bought_and_the_ledger_has_it_afterwards()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, subject) = await kontor.RoomyAsync();

        var price = await client.AddOns.GetPriceAsync(subject, "backup", Cancel);
        var bought = await client.AddOns.BuyAsync(subject, Order("backup"), "b-1", Cancel);
        var again = await client.AddOns.BuyAsync(subject, Order("backup"), "b-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var line = (await client.ListPurchasesAsync(Cancel).ToListAsync(Cancel)).Single(purchase => purchase.AddOn == "backup");
        var item = Assert.Single((await client.AddOns.ListAsync(subject, Cancel)).Items);

        Assert.Equal((3.5m, 1, true), (price.Monthly.Amount, price.Months, price.Assumed));
        Assert.Equal((bought.Id, machine), (again.Id, line.InstanceId));
        Assert.Equal((price.Committed, OperationStatus.Succeeded, true), (line.Committed, item.Operation.Status, item.Active));
        Assert.Single(kontor.Cloud.PurchaseLog, entry => entry.AddOnId is not null);
    }

    [Fact]
    public async Task Ended_it_is_a_task_and_the_client_has_it_no_longer()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, _, subject) = await kontor.RoomyAsync();
        await client.AddOns.BuyAsync(subject, Order("backup"), "b-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        var task = await client.AddOns.EndAsync(
            subject, "backup", new EndAddOnRequest { Generation = 1, Fingerprint = Orders.Fingerprint }, "e-1", Cancel);

        Assert.Contains("still paid", task.Consequence, StringComparison.Ordinal);
        Assert.False(Assert.Single((await client.AddOns.ListAsync(subject, Cancel)).Items).Active);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_bought()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, _, subject) = await kontor.RoomyAsync();

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.AddOns.BuyAsync(subject, Order("gold"), "b-1", Cancel));

        Assert.Equal((HttpStatusCode.BadRequest, "compute.invalid_field"), (refused.Status, refused.Code));
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == "upgradeInstance");
    }

    private static BuyAddOnRequest Order(string addOn) => new() { Generation = 1, Fingerprint = Orders.Fingerprint, AddOn = addOn };
}
