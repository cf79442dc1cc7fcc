using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Purchasing;

/// <summary>What made others buy twice, or end the wrong machine: each by its name, over REST.</summary>
public sealed class RegressionTests
{
    private static readonly TerminateRequest End = new() { Generation = 1, Fingerprint = Orders.Fingerprint };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_order_with_two_keys_is_one_operation()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var first = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        var second = await client.Orders.CreateAsync(Orders.Sample(), "key-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Operation.Id, second.Operation.Id);
        Assert.Single(kontor.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(Orders.Sample("1002"), "key-1", Cancel));

        Assert.Equal(
            (HttpStatusCode.Conflict, "purchasing.idempotency_key_reused", "Idempotency-Key"), (refused.Status, refused.Code, refused.Field));
    }

    [Fact]
    public async Task Another_source_may_use_the_same_key()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var first = await (await kontor.ClientAsync()).Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        var second = await (await kontor.ClientAsync("other")).Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);

        Assert.NotEqual(first.Operation.Id, second.Operation.Id);
    }

    [Fact]
    public async Task An_order_sent_again_after_thirty_days_buys_nothing()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var first = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        await kontor.PassAsync(TimeSpan.FromDays(30), steps: 60);

        var again = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        var other = await client.Orders.CreateAsync(Orders.Sample(), "key-30-days-later", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((first.Operation.Id, first.Operation.Id), (again.Operation.Id, other.Operation.Id));
        Assert.Single(kontor.Cloud.PurchaseLog);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(100)]
    public async Task Parallel_copies_of_one_order_are_one_operation(int copies)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var orders = await Task.WhenAll(Enumerable.Range(0, copies).Select(
            copy => client.Orders.CreateAsync(Orders.Sample(), $"click-{copy % 3}", Cancel)));
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(orders.Select(order => order.Operation.Id).Distinct());
        Assert.Single(kontor.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task Another_sale_under_the_same_id_is_refused_and_leaves_a_finding()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        var order = Orders.Sample();
        var foreign = new OrderRequest
        {
            Subject = order.Subject with { Fingerprint = Orders.Fingerprint with { Client = "8" } },
            Plan = order.Plan, Region = order.Region, Image = order.Image, TermMonths = order.TermMonths,
        };

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(foreign, "key-2", Cancel));
        var finding = Assert.Single(await client.ListFindingsAsync(includeResolved: false, Cancel).ToListAsync(Cancel));

        Assert.Equal((HttpStatusCode.Conflict, "purchasing.fingerprint_mismatch"), (refused.Status, refused.Code));
        Assert.Equal("fingerprint_mismatch", finding.Kind);
    }

    [Fact]
    public async Task After_a_terminate_only_a_new_generation_can_be_ordered()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var first = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.OpenGenerationAsync(first.Subject.Id, "too-early", Cancel));
        await client.Subjects.TerminateAsync(first.Subject.Id, End, "end-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(Next(1, "V154"), "key-2", Cancel));
        var opened = await client.Subjects.OpenGenerationAsync(first.Subject.Id, "open-2", Cancel);
        var second = await client.Orders.CreateAsync(Next(2, "V153"), "key-3", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal((2, 2), (opened.Generation, second.Generation));
        Assert.Equal(2, kontor.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task The_same_order_after_a_terminate_is_the_old_operation_and_buys_nothing()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var first = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        await client.Subjects.TerminateAsync(first.Subject.Id, End, "end-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        var again = await client.Orders.CreateAsync(Orders.Sample(), "key-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Operation.Id, again.Operation.Id);
        Assert.Single(kontor.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_refused_order_can_be_sent_again_with_another_plan_only_as_an_amendment()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        kontor.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests, Operation = "createInstance" });
        var first = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.SettleAsync();
        Assert.Equal("refused", (await client.Operations.GetAsync(first.Operation.Id, Cancel)).State);

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(Next(1, "V154"), "key-2", Cancel));
        var amendment = Next(1, "V154");
        amendment.Amend = true;
        var amended = await client.Orders.CreateAsync(amendment, "key-3", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("purchasing.order_sealed", refused.Code);
        Assert.Equal((first.Operation.Id, "V154"), (amended.Operation.Id, amended.Plan));
        Assert.Equal("V154", Assert.Single(kontor.Cloud.PurchaseLog).ProductId);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_never_sent_again()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        kontor.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ResetAfterEffect, Operation = "createInstance" });

        var order = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).Status);
        Assert.Equal("lookup", Assert.Single(await client.ListPurchasesAsync(Cancel).ToListAsync(Cancel)).Proof);
        Assert.Single(kontor.Cloud.Requests, request => request.OperationId == "createInstance");
    }

    [Fact]
    public async Task What_nobody_can_prove_waits_for_a_person_who_gives_it_up()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        kontor.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ResetBeforeEffect, Operation = "createInstance" });
        var order = await client.Orders.CreateAsync(Orders.Sample(), "key-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(30), steps: 60);

        var parked = await client.Operations.GetAsync(order.Operation.Id, Cancel);
        var resumed = await client.Operations.ResumeAsync(order.Operation.Id, "resume-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(30), steps: 60);
        var givenUp = await client.Operations.GiveUpAsync(order.Operation.Id, "give-up-1", Cancel);

        Assert.Equal(
            (OperationStatus.NeedsAttention, OperationStatus.Running, OperationStatus.Failed), (parked.Status, resumed.Status, givenUp.Status));
        Assert.Matches("^purchasing.(absent_after_settling|outcome_unknown)$", parked.Problem?.Code);
        Assert.Empty(kontor.Cloud.PurchaseLog);
    }

    private static OrderRequest Next(int generation, string plan)
    {
        var order = Orders.Sample();
        return new OrderRequest
        {
            Subject = order.Subject, Generation = generation, Plan = plan, Region = order.Region, Image = order.Image, TermMonths = order.TermMonths, Label = order.Label,
        };
    }
}
