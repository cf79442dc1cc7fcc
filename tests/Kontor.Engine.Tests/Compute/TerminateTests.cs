using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The end of a contract: sent to the machine in our row and no other, proven by reading the date.</summary>
public sealed class TerminateTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_terminate_stores_the_date_that_it_read_back()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var terminate = await _engine.EndAsync(order.Subject);
        var resource = await _engine.ResourceAsync(order.Subject.Id);
        var contract = await _engine.ContractAsync(resource.Id);

        Assert.Equal(new DateOnly(2026, 12, 2), contract.CancelDate);
        Assert.Equal(contract.CancelDate, _engine.Cloud.FindInstance(resource.ProviderId.Value)!.Contract!.CancelDate);
        Assert.Equal((false, terminate.Id), (contract.Renews, contract.CancelOperationId));
        Assert.Equal(1, _engine.Calls("cancelInstance"));
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_proves_nothing()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "retrieveInstance", Count = 40 });
        var terminate = await _engine.TerminateAsync(order.Subject);
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("verifying", (await _engine.OperationAsync(terminate.Id)).State);
        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(terminate.Id)).State);
    }

    [Fact]
    public async Task A_cancel_that_did_not_take_is_sent_again_to_the_same_machine_until_a_date_is_read()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "cancelInstance", Count = 2 });
        var terminate = await _engine.EndAsync(order.Subject);
        var resource = await _engine.ResourceAsync(order.Subject.Id);

        Assert.Equal((3, 3), (terminate.Attempt, _engine.Calls("cancelInstance")));
        Assert.All(await _engine.IntentsAsync(terminate.Id), intent => Assert.Equal(resource.ProviderId, intent.Target));
    }

    [Fact]
    public async Task A_terminate_during_provisioning_waits_and_then_cancels()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        _engine.Work();
        var terminate = await _engine.TerminateAsync(order.Subject);
        _engine.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(("waiting", 0), ((await _engine.OperationAsync(terminate.Id)).State, _engine.Calls("cancelInstance")));

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(terminate.Id)).State);
        Assert.Equal("succeeded", (await _engine.OperationAsync(order.Operation.Id)).State);
        Assert.NotNull(Assert.Single(_engine.Cloud.Instances).Contract!.CancelDate);
    }

    [Fact]
    public async Task A_terminate_before_anything_was_sent_calls_the_order_off()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        await _engine.TerminateAsync(order.Subject);
        // The order was due first, so it would be bought first: an account that cannot be asked keeps it waiting.
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "retrieveImage", Count = 100 });
        _engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal("cancelled", (await _engine.OperationAsync(order.Operation.Id)).State);
        Assert.Empty(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task After_a_terminate_only_a_generation_opened_by_a_person_buys_again()
    {
        var first = await _engine.BuyAsync(Shop.Order);
        await _engine.EndAsync(first.Subject);
        var same = await _engine.OrderAsync(Shop.Order);
        var early = await _engine.TryOrderAsync(Shop.Order with { Generation = 2 });
        _engine.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal((first.Operation.Id, "purchasing.generation_not_open"), (same.Operation.Id, early.Problem!.Code));
        Assert.Single(_engine.Cloud.PurchaseLog);

        await _engine.OpenGenerationAsync(first.Subject);
        await _engine.BuyAsync(Shop.Order with { Generation = 2 });
        Assert.Equal(2, _engine.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task A_repeated_terminate_of_generation_one_leaves_generation_two_alone()
    {
        var first = await _engine.BuyAsync(Shop.Order);
        var terminate = await _engine.EndAsync(first.Subject);
        await _engine.OpenGenerationAsync(first.Subject);
        await _engine.BuyAsync(Shop.Order with { Generation = 2 });

        var repeated = await _engine.TerminateAsync(first.Subject, generation: 1);
        _engine.Pass(TimeSpan.FromHours(2), step: TimeSpan.FromMinutes(1));
        var second = await _engine.ResourceAsync(first.Subject.Id, generation: 2);

        Assert.Equal((terminate.Id, 1), (repeated.Id, _engine.Calls("cancelInstance")));
        Assert.Null(_engine.Cloud.FindInstance(second.ProviderId.Value)!.Contract!.CancelDate);
    }

    [Fact]
    public async Task A_terminate_of_generation_two_is_sent_to_its_own_machine()
    {
        var first = await _engine.BuyAsync(Shop.Order);
        await _engine.EndAsync(first.Subject);
        await _engine.OpenGenerationAsync(first.Subject);
        await _engine.BuyAsync(Shop.Order with { Generation = 2 });
        var terminate = await _engine.EndAsync(first.Subject, generation: 2);
        var second = await _engine.ResourceAsync(first.Subject.Id, generation: 2);

        Assert.Equal(second.ProviderId, Assert.Single(await _engine.IntentsAsync(terminate.Id)).Target);
    }

    [Fact]
    public async Task A_terminate_of_what_was_refused_ends_without_asking_the_cloud()
    {
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests, Operation = "createInstance" });
        var order = await _engine.OrderAsync(Shop.Order);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        await _engine.EndAsync(order.Subject);
        var again = await _engine.TryOrderAsync(Shop.Order);

        Assert.Equal((0, "purchasing.generation_closed"), (_engine.Calls("cancelInstance"), again.Problem!.Code));
        Assert.Empty(await _engine.AllAsync<Purchase>());
    }
}
