using Kontor.Engine.Common;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Real threads, a real file, the real workers; what was bought is read from the cloud's own log.</summary>
public sealed class ParallelOrderTests : IDisposable
{
    private const int Copies = 100;
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public Task A_hundred_parallel_copies_of_an_order_are_one_purchase() => OrderInRoundsAsync(5);

    [Fact(Explicit = true)] // Half a minute: ./test asks for it by itself, ./test quick does not.
    public Task A_hundred_parallel_copies_of_an_order_are_one_purchase_in_each_of_two_hundred_rounds() => OrderInRoundsAsync(200);

    private async Task OrderInRoundsAsync(int rounds)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var workers = Task.Run(() => _engine.Get<OperationPump>().RunAsync("node", stop.Token), CancellationToken.None);
        var accepted = new List<OperationId>();
        for (var round = 0; round < rounds; round++)
        {
            accepted.Add(await OrderManyTimesAsync($"{2000 + round}"));
        }

        await stop.CancelAsync();
        await workers;
        foreach (var operation in accepted)
        {
            Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(operation)).State);
        }

        Assert.Equal(rounds, _engine.Cloud.PurchaseLog.Count);
        Assert.Equal(rounds, _engine.Cloud.PurchaseLog.Select(purchase => purchase.DisplayName).Distinct().Count());
    }

    /// <summary>Sends the copies at once, under three keys as impatient callers do; time passes meanwhile, so that leases run out.</summary>
    private async Task<OperationId> OrderManyTimesAsync(string externalId)
    {
        var copies = Enumerable.Range(0, Copies).Select(copy => Task.Run(async () =>
        {
            var accepted = await _engine.OrderAsync(Shop.OrderFor(externalId), $"{externalId}-{copy % 3}");
            PassLeaseAfter(copy);
            return accepted.Operation.Id;
        }));
        return Assert.Single((await Task.WhenAll(copies)).Distinct());
    }

    private void PassLeaseAfter(int copy)
    {
        if (copy is 10 or 60)
        {
            _engine.Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }
}
