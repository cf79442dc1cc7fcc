using Kontor.Contabo.Simulator.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What people do in the provider's panel is compared, noted and, for names, put back; nothing is bought or cancelled for it.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_adopted_machine_has_no_purchase_and_no_known_term_and_can_be_terminated()
    {
        var instance = AddByHand("by hand");
        var adopted = await AdoptAsync(instance);
        _engine.Pass(TimeSpan.FromMinutes(5), step: TimeSpan.FromMinutes(5));
        var subject = (await _engine.AllAsync<Subject>()).Single(row => row.Id == adopted.SubjectId);
        await _engine.EndAsync(subject);
        var contract = await _engine.ContractAsync(adopted.Id);

        Assert.Empty(await _engine.AllAsync<Purchase>());
        Assert.Equal((ContractStore.Unknown, null, (int?)null), (contract.Source, contract.StartsOn, contract.TermMonths));
        Assert.Equal(_engine.Cloud.FindInstance(instance)!.Contract!.CancelDate, contract.CancelDate);
        Assert.NotNull(contract.CancelDate);
        Assert.Equal((0, 1), (_engine.Calls("createInstance"), _engine.Calls("cancelInstance")));
    }

    [Fact]
    public async Task An_order_for_what_an_adopted_machine_serves_is_refused()
    {
        await AdoptAsync(AddByHand("by hand"));

        Assert.Equal("purchasing.already_served", (await _engine.TryOrderAsync(Shop.Order)).Problem!.Code);
    }

    [Fact]
    public async Task An_unknown_machine_is_a_finding_until_it_is_adopted()
    {
        var instance = AddByHand("by hand");
        await _engine.SweepAsync();
        await _engine.SweepAsync();
        Assert.Equal(FindingKind.UnknownInstance, Assert.Single(await _engine.FindingsAsync()).Kind);

        await AdoptAsync(instance);
        await _engine.SweepAsync();
        Assert.Empty(await _engine.FindingsAsync());
    }

    [Fact]
    public async Task An_unknown_machine_is_noted_again_each_hour_and_not_in_every_sweep()
    {
        AddByHand("by hand");
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        await _engine.SweepAsync();
        var first = (await _engine.FindingsAsync()).Single().LastSeenAt;
        _engine.Clock.Advance(TimeSpan.FromMinutes(59));
        await _engine.SweepAsync();
        var soon = (await _engine.FindingsAsync()).Single().LastSeenAt;
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.SweepAsync();

        Assert.Equal(first, soon);
        Assert.Equal(_engine.Clock.GetUtcNow(), (await _engine.FindingsAsync()).Single().LastSeenAt);
    }

    [Fact]
    public async Task A_machine_cancelled_in_the_panel_is_a_finding_and_no_cancel_is_sent()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var resource = await _engine.ResourceAsync(order.Subject.Id);
        _engine.Cloud.Panel.Cancel(resource.ProviderId.Value);
        await _engine.SweepAsync();
        _engine.Work();

        var finding = Assert.Single(await _engine.FindingsAsync());
        Assert.Equal((FindingKind.CancelledOutside, order.Subject.Id), (finding.Kind, finding.SubjectId));
        Assert.NotNull((await _engine.ContractAsync(resource.Id)).CancelDate);
        Assert.Equal(0, _engine.Calls("cancelInstance"));
    }

    [Fact]
    public async Task A_cancel_of_our_own_is_no_finding()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await _engine.EndAsync(order.Subject);
        await _engine.SweepAsync();

        Assert.Empty(await _engine.FindingsAsync());
    }

    [Fact]
    public async Task A_renamed_machine_gets_its_marker_back()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var resource = await _engine.ResourceAsync(order.Subject.Id);
        _engine.Cloud.Panel.Rename(resource.ProviderId.Value, "my favourite machine");
        await _engine.SweepAsync();

        Assert.Equal($"web {order.Order.Marker}", _engine.Cloud.FindInstance(resource.ProviderId.Value)!.DisplayName);
        Assert.Equal(FindingKind.MarkerChanged, Assert.Single(await _engine.AllAsync<Finding>()).Kind);
        Assert.Empty(await _engine.FindingsAsync());
    }

    [Fact]
    public async Task The_name_of_an_adopted_machine_is_left_alone()
    {
        var instance = AddByHand("by hand");
        await AdoptAsync(instance);
        await _engine.SweepAsync();

        Assert.Equal(("by hand", 0), (_engine.Cloud.FindInstance(instance)!.DisplayName, _engine.Calls("patchInstance")));
    }

    [Fact]
    public async Task A_second_machine_with_our_marker_is_a_finding_and_is_not_cancelled()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        AddByHand($"web {order.Order.Marker}");
        await _engine.SweepAsync();

        Assert.Equal(FindingKind.DuplicatePurchase, Assert.Single(await _engine.FindingsAsync()).Kind);
        Assert.Equal(0, _engine.Calls("cancelInstance"));
    }

    [Fact]
    public async Task A_machine_missing_from_two_complete_lists_is_a_finding_and_nothing_is_bought_in_its_place()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Pass(TimeSpan.FromHours(1), step: TimeSpan.FromMinutes(10));
        _engine.Cloud.Panel.Delete((await _engine.ResourceAsync(order.Subject.Id)).ProviderId.Value);
        await _engine.SweepAsync();
        Assert.Empty(await _engine.FindingsAsync());

        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromHours(1), step: TimeSpan.FromMinutes(10));
        Assert.Equal(FindingKind.Ghost, Assert.Single(await _engine.FindingsAsync()).Kind);
        Assert.Equal(1, _engine.Calls("createInstance"));
    }

    private long AddByHand(string name) => _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", name).InstanceId;

    private async Task<Resource> AdoptAsync(long instance) => (await _engine.Get<AdoptInstanceHandler>().HandleAsync(
        new AdoptInstance(EngineProcess.Account, new ProviderInstanceId(instance), Shop.Order.Subject, Shop.SoldAs),
        Shop.Person,
        TestContext.Current.CancellationToken)).Value;
}
