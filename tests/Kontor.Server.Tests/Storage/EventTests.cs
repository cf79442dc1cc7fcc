using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Storage;

public sealed class EventTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_come_in_order_and_can_be_read_on_from_any_place()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var all = await client.ReadEventsAsync(0, 500, Cancel);
        var first = await client.ReadEventsAsync(0, 2, Cancel);
        var rest = await client.ReadEventsAsync(first.NextAfter, 500, Cancel);

        Assert.Equal(["operation_moved", "instance_bought"], all.Items.Select(item => item.Type).Distinct());
        Assert.Equal(all.Items.Select(item => item.Sequence), first.Items.Concat(rest.Items).Select(item => item.Sequence));
        Assert.Equal((true, false), (first.More, rest.More));
    }

    [Fact]
    public async Task A_reader_gets_past_what_other_sources_did()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        await (await kontor.ClientAsync()).Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var other = await kontor.ClientAsync("other");
        await other.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);

        var (after, seen) = (0L, 0);
        for (var page = await other.ReadEventsAsync(after, 1, Cancel); page.More; page = await other.ReadEventsAsync(after, 1, Cancel))
        {
            (after, seen) = (page.NextAfter, seen + page.Items.Count);
        }

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task An_event_carries_its_facts()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);

        var happened = Assert.Single((await client.ReadEventsAsync(0, 100, Cancel)).Items);

        Assert.Equal(order.Operation.Id, happened.Data.GetProperty("operationId").GetString());
        Assert.Equal((order.Subject.Id, kontor.Clock.GetUtcNow()), (happened.SubjectId, happened.At));
    }
}
