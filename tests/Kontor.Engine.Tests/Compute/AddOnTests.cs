using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Add-ons are bought once for each key, by the cloud's own purchase log; what is unknown waits for a person.</summary>
public sealed class AddOnTests : IDisposable
{
    private static int _keys;
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("privateNetworking", 1477, 2.29)]
    [InlineData("backup", 2015, 1.5)]
    public async Task An_add_on_is_bought_sold_and_in_the_ledger_with_what_it_commits_to(string addOn, long number, decimal monthly)
    {
        var order = await _engine.BuyAsync(Shop.Order);

        var bought = await BuyAsync(order.Subject, addOn);

        var sold = Assert.Single(Sold());
        var line = Assert.Single(await LedgerAsync());
        Assert.Equal(("succeeded", number), (bought.State, sold.AddOnId));
        Assert.Equal((addOn, Money.FromMajor(monthly, Currency.Eur), "answer"), (line.AddOn, line.Monthly, line.Proof));
        Assert.Equal((1, line.Monthly), (line.TermMonths, line.Committed));
        Assert.Equal($"shop/service/1001/g1/addon:{addOn}:1", line.Key);
    }

    [Fact]
    public async Task What_is_sold_is_a_line_item_that_the_machine_serves()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await BuyAsync(order.Subject, "backup", sold: new SoldPrice(Eur(3), Eur(0.57m), Eur(3.57m), null, null));

        var item = (await _engine.AllAsync<LineItem>()).Single(row => row.Origin == LineItem.AddOn);
        var serves = (await _engine.AllAsync<Allocation>()).Single(row => row.LineItemId == item.Id);

        Assert.Equal(("backup", Eur(3).ToStored()), (item.Component, item.StoredNet));
        Assert.Equal((await _engine.ResourceAsync(order.Subject.Id)).Id, serves.ResourceId);
    }

    [Fact]
    public async Task A_longer_term_binds_for_the_months_that_are_left_of_it_each_begun_one_whole()
    {
        var order = await _engine.BuyAsync(Shop.Order with { TermMonths = 12 });
        _engine.Clock.Advance(TimeSpan.FromDays(40));

        await BuyAsync(order.Subject, "privateNetworking");

        var line = Assert.Single(await LedgerAsync());
        Assert.Equal((11, Money.FromMajor(2.29m, Currency.Eur) * 11), (line.TermMonths, line.Committed));
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_operation_and_buys_nothing()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var first = await BuyAsync(order.Subject, "backup");

        var again = await BuyAsync(order.Subject, "backup");

        Assert.Equal(first.Id, again.Id);
        Assert.Single(Sold());
    }

    [Fact]
    public async Task What_the_machine_has_already_is_not_bought_and_not_in_the_ledger()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await BuyInThePanelAsync(order.Subject);

        var bought = await BuyAsync(order.Subject, "backup");

        Assert.Equal(("succeeded", 0), (bought.State, (await LedgerAsync()).Count));
        Assert.Equal(1, _engine.Calls("upgradeInstance"));
        Assert.Contains(await _engine.AllAsync<LineItem>(), item => item.Component == "backup");
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect)]
    [InlineData(Misbehaviour.ResetAfterEffect)]
    [InlineData(Misbehaviour.UnreadableSuccess)]
    [InlineData(Misbehaviour.TimeoutThenLateEffect)]
    public async Task A_lost_answer_is_looked_up_at_the_machine_and_bought_once(Misbehaviour misbehaviour)
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Fault(misbehaviour, "upgradeInstance");

        var bought = await BuyAsync(order.Subject, "backup");

        Assert.Equal(("succeeded", 1, 1), (bought.State, _engine.Calls("upgradeInstance"), Sold().Count));
        Assert.Equal("lookup", Assert.Single(await LedgerAsync()).Proof);
    }

    [Fact]
    public async Task What_is_absent_after_settling_waits_for_a_person_with_a_task_and_is_never_sent_again()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "upgradeInstance");

        var parked = await BuyAsync(order.Subject, "backup");
        _engine.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        Assert.Equal(("parked", "compute.add_on_unproven"), (parked.State, parked.ProblemCode));
        Assert.Equal((1, 0), (_engine.Calls("upgradeInstance"), Sold().Count));
        Assert.Contains(await _engine.AllAsync<TaskRow>(), task => task.OperationId == parked.Id && task.Status == "open");
    }

    [Fact]
    public async Task Resumed_it_looks_again_and_finds_what_came_late()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "upgradeInstance");
        var parked = await BuyAsync(order.Subject, "backup");
        await BuyInThePanelAsync(order.Subject);

        await _engine.ResumeAsync(parked.Id);

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(parked.Id)).State);
        Assert.Single(Sold());
    }

    [Fact]
    public async Task Given_up_the_finding_stays_and_the_next_ordinal_orders_anew()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "upgradeInstance");
        var parked = await BuyAsync(order.Subject, "backup");
        Assert.Equal("compute.add_on_ordinal", (await TryAsync(order.Subject, "backup", ordinal: 2)).Problem?.Code);

        var given = await _engine.GiveUpAsync(parked.Id);
        var next = await BuyAsync(order.Subject, "backup", ordinal: 2);

        Assert.Equal(("failed", "compute.add_on_given_up"), (given.State, given.ProblemCode));
        Assert.Contains(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.AddOnUnproven);
        Assert.Equal(("succeeded", 1), (next.State, Sold().Count));
    }

    [Fact]
    public async Task A_refusal_buys_nothing_and_is_said_in_the_providers_words()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Fault(Misbehaviour.TooManyRequests, "upgradeInstance");

        var refused = await BuyAsync(order.Subject, "backup");
        var next = await BuyAsync(order.Subject, "backup", ordinal: 2);

        Assert.Equal(("failed", "compute.add_on_refused"), (refused.State, refused.ProblemCode));
        Assert.Equal(("succeeded", 1), (next.State, Sold().Count));
    }

    [Fact]
    public async Task A_second_ordinal_is_refused_while_the_first_is_there()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await BuyAsync(order.Subject, "backup");

        Assert.Equal("compute.add_on_sold", (await TryAsync(order.Subject, "backup", ordinal: 2)).Problem?.Code);
        Assert.Equal("compute.add_on_ordinal", (await TryAsync(order.Subject, "backup", ordinal: 3)).Problem?.Code);
        Assert.Single(Sold());
    }

    [Fact]
    public async Task An_unknown_price_is_refused_with_how_to_import_one()
    {
        var order = await _engine.BuyAsync(Shop.Order with { Plan = "V159" });

        var refused = (await TryAsync(order.Subject, "backup")).Problem;

        Assert.Equal("catalog.add_on_price_unknown", refused?.Code);
        Assert.Contains("import a catalogue", refused!.Detail, StringComparison.Ordinal);
        Assert.Equal(0, _engine.Calls("upgradeInstance"));
    }

    [Fact]
    public async Task Too_many_unknown_purchases_hold_the_next_add_on_back()
    {
        var subjects = new List<Subject>();
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            subjects.Add((await _engine.BuyAsync(Shop.OrderFor(id))).Subject);
        }

        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "upgradeInstance", 3);
        foreach (var subject in subjects.Take(3))
        {
            Assert.Equal("parked", (await BuyAsync(subject, "backup")).State);
        }

        var held = (await TryAsync(subjects[3], "backup")).Value;
        _engine.Pass(TimeSpan.FromMinutes(5));

        var row = await _engine.OperationAsync(held.Id);
        Assert.Equal(("accepted", "purchasing.account_held", 3), (row.State, row.ProblemCode, _engine.Calls("upgradeInstance")));
    }

    [Fact]
    public async Task Ended_for_the_client_it_is_a_task_for_a_person_that_says_what_it_still_costs()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await BuyAsync(order.Subject, "backup");

        var task = (await EndAsync(order.Subject, "backup")).Value;
        var again = (await EndAsync(order.Subject, "backup")).Value;

        Assert.Equal(task.Id, again.Id);
        Assert.Contains("1.50 EUR a month", task.Consequence, StringComparison.Ordinal);
        Assert.False((await _engine.Get<ListAddOnsHandler>().HandleAsync(order.Subject.Id, Shop.Actor, Cancel)).Value.Items[0].Active);
        Assert.Equal("compute.add_on_not_sold", (await EndAsync(order.Subject, "privateNetworking")).Problem?.Code);
    }

    [Fact]
    public async Task Another_source_another_fingerprint_and_another_generation_buy_nothing()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var wish = new BuyAddOn(order.Subject.Id, 1, Shop.SoldAs, "backup", 1, null);

        Assert.Equal("purchasing.subject_not_found", (await _engine.Get<BuyAddOnHandler>().HandleAsync(wish, "key", new Actor(ActorKind.ApiKey, "other-key", "other"), Cancel)).Problem?.Code);
        Assert.Equal("purchasing.subject_not_found", (await SendAsync(wish with { Subject = new SubjectId("nothing") })).Problem?.Code);
        Assert.Equal("purchasing.fingerprint_mismatch", (await SendAsync(wish with { Fingerprint = Shop.SoldAs with { Client = "8" } })).Problem?.Code);
        Assert.Equal("purchasing.generation_not_open", (await SendAsync(wish with { Generation = 2 })).Problem?.Code);
        Assert.Equal(("compute.invalid_field", "addOn"), Named(await SendAsync(wish with { AddOn = "firewall" })));
        Assert.Equal(("compute.invalid_field", "ordinal"), Named(await SendAsync(wish with { Ordinal = 0 })));
        Assert.Equal(("compute.invalid_field", "generation"), Named(await SendAsync(wish with { Generation = 0 })));
        Assert.Empty(Sold());
    }

    [Fact]
    public async Task A_suspended_subject_and_one_that_is_terminated_buy_nothing()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await _engine.SuspendAsync(order.Subject, true);
        Assert.Equal("compute.suspended", (await TryAsync(order.Subject, "backup")).Problem?.Code);
        await _engine.SuspendAsync(order.Subject, false);
        await _engine.EndAsync(order.Subject);

        Assert.Equal("compute.terminating", (await TryAsync(order.Subject, "backup")).Problem?.Code);
        Assert.Empty(Sold());
    }

    [Theory]
    [InlineData("addon.prepared/committed")]
    [InlineData("addon.intent/before")]
    [InlineData("addon.intent/committed")]
    [InlineData("addon.call/not_sent")]
    [InlineData("addon.call/answered")]
    [InlineData("addon.sent/before")]
    [InlineData("addon.sent/committed")]
    [InlineData("addon.looked/before")]
    [InlineData("addon.looked/committed")]
    public async Task A_process_that_dies_anywhere_buys_once_at_the_most_and_the_ledger_says_what_the_cloud_says(string place)
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Start(new KilledAt(place));
        var wish = (await TryAsync(order.Subject, "backup")).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        var ended = await _engine.RunUntilAtRestAsync(wish.Id);

        Assert.Equal(ended.State == "succeeded" ? 1 : 0, Sold().Count);
        Assert.Equal(Sold().Count, (await LedgerAsync()).Count);
        Assert.Contains(ended.State, new[] { "succeeded", "parked" });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Money Eur(decimal amount) => Money.FromMajor(amount, Currency.Eur);

    private static (string?, string?) Named(Result<Operation> result) => (result.Problem?.Code, result.Problem?.Field);

    private List<Contabo.Simulator.Billing.PurchaseEntry> Sold() => [.. _engine.Cloud.PurchaseLog.Where(entry => entry.AddOnId is not null)];

    private async Task<List<Purchase>> LedgerAsync() => [.. (await _engine.AllAsync<Purchase>()).Where(purchase => purchase.AddOn is not null)];

    private Task<Result<Operation>> SendAsync(BuyAddOn wish) =>
        _engine.Get<BuyAddOnHandler>().HandleAsync(wish, $"addon-{Interlocked.Increment(ref _keys)}", Shop.Actor, Cancel);

    private Task<Result<Operation>> TryAsync(Subject subject, string addOn, int ordinal = 1, SoldPrice? sold = null) =>
        SendAsync(new BuyAddOn(subject.Id, 1, subject.Fingerprint, addOn, ordinal, sold));

    private async Task<Operation> BuyAsync(Subject subject, string addOn, int ordinal = 1, SoldPrice? sold = null) =>
        await _engine.RunUntilAtRestAsync((await TryAsync(subject, addOn, ordinal, sold)).Value.Id);

    private Task<Result<TaskRow>> EndAsync(Subject subject, string addOn) =>
        _engine.Get<EndAddOnHandler>().HandleAsync(new EndAddOn(subject.Id, 1, subject.Fingerprint, addOn), Shop.Actor, Cancel);

    /// <summary>Somebody buys the backup past Kontor.</summary>
    private async Task BuyInThePanelAsync(Subject subject)
    {
        var client = _engine.Get<Engine.Accounts.ContaboAccounts>().Default!.Client;
        await client.Instances.UpgradeAsync(
            (await _engine.ResourceAsync(subject.Id)).ProviderId.Value,
            new Contabo.Instances.UpgradeInstanceRequest { Backup = Contabo.Instances.AddOnChoice.Ordered },
            new Contabo.RequestId(Guid.Parse("0d9bb3ad-6ea0-4c3f-8f3d-3d1f2a1b4c5d")),
            Cancel);
    }
}
