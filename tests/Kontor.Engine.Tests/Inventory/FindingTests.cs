using Kontor.Contabo.Simulator.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;
using Kontor.Engine.Tests.Compute;
using LinqToDB;

namespace Kontor.Engine.Tests.Inventory;

/// <summary>What is found closes itself when it is over; what a person decided stays decided until the cause is another.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_ignored_stranger_stays_ignored_whatever_its_power_and_is_open_again_under_another_name()
    {
        var machine = AddByHand("by hand");
        var found = await FoundAsync();
        await Decide.IgnoreAsync(found.Id, "ours, for tests", Shop.Person, Cancel);
        _engine.Cloud.Panel.Stop(machine);
        await NextSweepAsync();
        Assert.Empty(await OpenAsync());

        _engine.Cloud.Panel.Rename(machine, "another name");
        await NextSweepAsync();
        Assert.Equal((found.Id, (string?)null), (Assert.Single(await OpenAsync()).Id, (await OpenAsync())[0].IgnoredReason));
    }

    [Fact]
    public async Task A_stranger_that_is_gone_from_two_lists_is_no_finding_any_more()
    {
        var machine = AddByHand("by hand");
        await FoundAsync();
        _engine.Cloud.Panel.Delete(machine);
        await _engine.SweepAsync();
        Assert.Single(await OpenAsync());

        await _engine.SweepAsync();
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_reopened_finding_is_open_and_both_decisions_are_audited_without_the_reason()
    {
        AddByHand("by hand");
        var found = await FoundAsync();
        await Decide.IgnoreAsync(found.Id, "Mrs. Miller knows", Shop.Person, Cancel);
        await Decide.ReopenAsync(found.Id, Shop.Person, Cancel);

        Assert.Single(await OpenAsync());
        var rows = (await _engine.AuditAsync("inventory.finding_ignored")).Concat(await _engine.AuditAsync("inventory.finding_reopened")).ToList();
        Assert.Equal([found.Id, found.Id], rows.Select(row => row.About));
        Assert.DoesNotContain("Miller", rows[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adopted_machine_without_a_subject_is_known_and_nothing_is_sent_for_it()
    {
        var machine = AddByHand("by hand");
        var found = await FoundAsync();
        var adopted = (await Adopt.AdoptAsync(found.Id, "adopt-1", Shop.Person, Cancel)).Value;
        _engine.Cloud.Panel.Rename(machine, "renamed");
        await NextSweepAsync();

        Assert.Equal((Resource.Adopted, null, (SubjectId?)null), (adopted.Origin, adopted.Source, adopted.SubjectId));
        Assert.Equal(ContractStore.Unknown, (await _engine.ContractAsync(adopted.Id)).Source);
        Assert.Empty(await OpenAsync());
        Assert.Equal((0, 0, 0), (_engine.Calls("createInstance"), _engine.Calls("patchInstance"), _engine.Calls("cancelInstance")));
        Assert.Equal("compute.instance_not_found", (await _engine.TryPowerAsync(adopted.Id, PowerAction.Stop)).Problem!.Code);
    }

    [Fact]
    public async Task The_same_adoption_again_is_the_same_machine_and_the_key_for_another_is_refused()
    {
        AddByHand("one");
        AddByHand("two");
        await _engine.SweepAsync();
        var found = await OpenAsync();
        var first = (await Adopt.AdoptAsync(found[0].Id, "adopt-1", Shop.Person, Cancel)).Value;
        var again = (await Adopt.AdoptAsync(found[0].Id, "adopt-1", Shop.Person, Cancel)).Value;

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("purchasing.idempotency_key_reused", (await Adopt.AdoptAsync(found[1].Id, "adopt-1", Shop.Person, Cancel)).Problem!.Code);
        Assert.Equal("inventory.finding_resolved", (await Adopt.AdoptAsync(found[0].Id, "adopt-2", Shop.Person, Cancel)).Problem!.Code);
    }

    [Fact]
    public async Task An_adopted_machine_is_assigned_once_and_not_to_a_second_subject()
    {
        await SellerAsync();
        AddByHand("by hand");
        var found = await FoundAsync();
        var adopted = (await Adopt.AdoptAsync(found.Id, "adopt-1", Shop.Person, Cancel)).Value;
        var assigned = (await AssignAsync(found.Id, "2001", "assign-1")).Value;

        Assert.Equal((adopted.Id, "shop"), (assigned.Id, assigned.Source));
        Assert.Equal(assigned.Id, Assert.Single(await _engine.AllAsync<Allocation>()).ResourceId);
        Assert.Equal("compute.already_ours", (await AssignAsync(found.Id, "2002", "assign-2")).Problem!.Code);
        Assert.Equal("purchasing.already_served", (await _engine.TryOrderAsync(Shop.OrderFor("2001"))).Problem!.Code);
    }

    [Fact]
    public async Task A_subject_that_has_a_machine_gets_no_second_one()
    {
        await SellerAsync();
        await _engine.BuyAsync(Shop.Order);
        AddByHand("by hand");
        var found = await FoundAsync();

        Assert.Equal("purchasing.already_served", (await AssignAsync(found.Id, "1001", "assign-1")).Problem!.Code);
    }

    [Theory]
    [InlineData("", "compute.invalid_field")]
    [InlineData("mit Leerzeichen", "compute.invalid_field")]
    [InlineData("💥", "compute.invalid_field")]
    public async Task A_subject_that_cannot_be_one_is_refused(string externalId, string code)
    {
        await SellerAsync();
        AddByHand("by hand");
        var found = await FoundAsync();

        Assert.Equal(code, (await AssignAsync(found.Id, externalId, "assign-1")).Problem!.Code);
        Assert.Single(await OpenAsync());
    }

    [Fact]
    public async Task A_finding_of_another_kind_cannot_be_adopted_and_an_absent_one_is_not_found()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await _engine.SweepAsync();
        _engine.Cloud.Panel.Cancel((await _engine.ResourceAsync(order.Subject.Id)).ProviderId.Value);
        await NextSweepAsync();
        var found = Assert.Single(await OpenAsync());

        Assert.Equal("inventory.wrong_kind", (await Adopt.AdoptAsync(found.Id, "adopt-1", Shop.Person, Cancel)).Problem!.Code);
        Assert.Equal("inventory.finding_not_found", (await Adopt.AdoptAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", "adopt-2", Shop.Person, Cancel)).Problem!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    public async Task A_reason_that_says_nothing_is_refused(string reason) =>
        Assert.Equal("inventory.reason_invalid", (await Decide.IgnoreAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", reason, Shop.Person, Cancel)).Problem!.Code);

    [Fact]
    public async Task A_machine_installed_anew_in_the_panel_is_a_finding_that_says_by_whom()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.Reinstall(machine.ProviderId.Value);
        await NextSweepAsync();

        var finding = Assert.Single(await OpenAsync());
        Assert.Equal(FindingKind.ChangedOutside, finding.Kind);
        Assert.Contains("by panel at", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_by_the_provider_is_a_finding_at_the_second_look_and_closes_with_it()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.SetSuspended(machine.ProviderId.Value, suspended: true);
        await NextSweepAsync(minutes: 5);
        await NextSweepAsync(minutes: 5);
        Assert.Equal(FindingKind.ProviderSuspension, Assert.Single(await OpenAsync()).Kind);

        _engine.Cloud.Panel.SetSuspended(machine.ProviderId.Value, suspended: false);
        await NextSweepAsync(minutes: 5);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_side_exit_is_a_finding_with_what_to_do_until_the_machine_goes_on()
    {
        var machine = await MachineAsync();
        _engine.Cloud.Panel.SetStatus(machine.ProviderId.Value, "pending_payment");
        await NextSweepAsync();
        Assert.Contains("pay the open invoice", Assert.Single(await OpenAsync()).Detail, StringComparison.Ordinal);

        _engine.Cloud.Panel.SetStatus(machine.ProviderId.Value, "running");
        await NextSweepAsync();
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_cancellation_of_another_is_forgotten_when_it_is_taken_back_and_one_of_ours_is_an_alarm()
    {
        var machine = await MachineAsync();
        var order = (await _engine.AllAsync<Subject>())[0];
        await _engine.EndAsync(order);
        await NextSweepAsync();
        _engine.Clock.Advance(TimeSpan.FromMinutes(10));
        _engine.Wire.ChangeReadsOf("/v1/compute/instances", "\"cancelDate\":\"[^\"]*\"", "\"cancelDate\":null");
        await NextSweepAsync();
        Assert.Equal(FindingKind.CancelRevoked, Assert.Single(await OpenAsync()).Kind);
        Assert.NotNull((await _engine.ContractAsync(machine.Id)).CancelDate);

        _engine.Wire.ChangeReadsOf("/nowhere", "x", "x");
        await NextSweepAsync();
        Assert.Empty(await OpenAsync());
        Assert.Equal(1, _engine.Calls("cancelInstance"));
    }

    [Fact]
    public async Task Two_subjects_on_one_machine_are_a_finding_until_one_of_them_has_left()
    {
        var machine = await MachineAsync();
        var item = (await _engine.AllAsync<LineItem>())[0];
        var second = new Allocation { Id = "second", LineItemId = item.Id, ResourceId = machine.Id, Share = Allocation.Whole, From = _engine.Clock.GetUtcNow() };
        await _engine.Rows.WriteAsync("test.double", unit => unit.Db.InsertAsync(second), Cancel);
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        await _engine.SweepAsync();
        Assert.Equal(FindingKind.TwoSubjects, Assert.Single(await OpenAsync()).Kind);

        await _engine.Rows.WriteAsync("test.leave", unit => unit.Db.DeleteAsync(second), Cancel);
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        await _engine.SweepAsync();
        Assert.Empty(await OpenAsync());
    }

    private DecideFindingHandler Decide => _engine.Get<DecideFindingHandler>();

    private AdoptFindingHandler Adopt => _engine.Get<AdoptFindingHandler>();

    private Task<Result<Resource>> AssignAsync(string finding, string externalId, string key) =>
        Adopt.AssignAsync(new AssignFinding(finding, null, "service", externalId, Shop.SoldAs), key, Shop.Person, Cancel);

    /// <summary>A source is one that an API key speaks for.</summary>
    private async Task SellerAsync() => _ = (await _engine.Get<CreateApiKeyHandler>().HandleAsync(
        new CreateApiKey("shop", "shop", [ApiScopes.OrdersWrite]), Shop.Person, Cancel)).Value;

    private long AddByHand(string name)
    {
        var machine = _engine.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", name).InstanceId;
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        return machine;
    }

    private async Task<Finding> FoundAsync()
    {
        await _engine.SweepAsync();
        return Assert.Single(await OpenAsync());
    }

    private async Task NextSweepAsync(int minutes = 2)
    {
        _engine.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _engine.SweepAsync();
    }

    private Task<List<Finding>> OpenAsync() =>
        _engine.Get<FindingStore>().ListAsync(new FindingFilter(FindingState.Open, null, null, 100), Cancel);

    private async Task<Resource> MachineAsync()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        await _engine.SweepAsync();
        return await _engine.ResourceAsync(order.Subject.Id);
    }
}
