using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Compute;

public sealed class OrderTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_order_accepted_twice_is_one_operation_and_one_purchase()
    {
        var first = await _engine.OrderAsync(Shop.Order, "key-a");
        var second = await _engine.OrderAsync(Shop.Order, "key-b");
        await _engine.RunUntilAtRestAsync(first.Operation.Id);

        Assert.Equal(first.Operation.Id, second.Operation.Id);
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task Eight_clicks_while_the_machine_is_being_bought_and_made_are_one_purchase()
    {
        var operations = new HashSet<string>();
        for (var click = 0; click < 8; click++)
        {
            operations.Add((await _engine.OrderAsync(Shop.Order)).Operation.Id.Value);
            _engine.Pass(TimeSpan.FromSeconds(20));
        }

        Assert.Single(operations);
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_order_thirty_days_later_is_the_same_operation(bool sameKey)
    {
        var first = await _engine.OrderAsync(Shop.Order, "event-1");
        await _engine.RunUntilAtRestAsync(first.Operation.Id);
        _engine.Pass(TimeSpan.FromDays(30), step: TimeSpan.FromHours(12));

        var again = await _engine.OrderAsync(Shop.Order, sameKey ? "event-1" : "event-2");
        await _engine.RunUntilAtRestAsync(again.Operation.Id);

        Assert.Equal(first.Operation.Id, again.Operation.Id);
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_key_used_for_another_order_is_refused_and_buys_nothing()
    {
        await _engine.BuyAsync(Shop.Order);
        await _engine.OrderAsync(Shop.Order, "key");
        var refused = await _engine.TryOrderAsync(Shop.OrderFor("1002"), "key");
        _engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal("purchasing.idempotency_key_reused", refused.Problem!.Code);
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task An_id_that_comes_back_with_another_fingerprint_is_refused_and_leaves_a_finding()
    {
        var first = await _engine.BuyAsync(Shop.Order);
        var refused = await _engine.TryOrderAsync(Shop.Order with { Fingerprint = Shop.SoldAs with { Order = "1" } });
        var finding = Assert.Single(await _engine.FindingsAsync());

        Assert.Equal("purchasing.fingerprint_mismatch", refused.Problem!.Code);
        Assert.Equal((FindingKind.FingerprintMismatch, first.Subject.Id), (finding.Kind, finding.SubjectId));
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task What_is_bought_is_what_was_sealed()
    {
        var accepted = await _engine.BuyAsync(Shop.Order with { Plan = "V154", TermMonths = 12 });
        var bought = Assert.Single(_engine.Cloud.PurchaseLog);

        Assert.Equal(("V154", "EU", 12, $"web {accepted.Order.Marker}"), (bought.ProductId, bought.Region, bought.Period, bought.DisplayName));
        Assert.True(bought.Amount <= accepted.Order.Committed.Major, $"{bought.Amount} was spent, {accepted.Order.Committed} was sealed");
    }
}
