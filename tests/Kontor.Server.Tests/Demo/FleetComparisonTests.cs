using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Server.Demo;
using Kontor.Server.Demo.Fleet;

namespace Kontor.Server.Tests.Demo;

public sealed class FleetComparisonTests
{
    private const long Machine = 202600001;
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly MoneyAmount Price = new() { Amount = 4.5m, Currency = "EUR" };

    private readonly FleetOrder _order = Ordered("succeeded");

    [Fact]
    public void One_order_one_purchase_one_ledger_line_fit() => Assert.Empty(Differences(Fitting()));

    [Fact]
    public void A_second_purchase_for_the_same_order_does_not_fit()
    {
        var twice = Fitting() with { Log = [Sold(Machine), Sold(Machine + 1) with { Planted = true }] };

        Assert.Equal(
            ["order 0001 ended as 'succeeded' and was bought 2 times instead of 1: machines 202600001, 202600002",
                "machine 202600002 was sold as V153 for 4.5 EUR, and the ledger has: "],
            Differences(twice));
    }

    [Fact]
    public void A_purchase_for_an_order_that_was_given_up_does_not_fit()
    {
        var difference = FleetComparison.Differences([Ordered("failed")], Fitting()).First();

        Assert.Equal("order 0001 ended as 'failed' and was bought 1 times instead of 0: machines 202600001", difference);
    }

    [Fact]
    public void An_order_that_was_carried_out_without_a_purchase_does_not_fit() =>
        Assert.Contains("order 0001 ended as 'succeeded' and was bought 0 times instead of 1: machines ", Differences(Fitting() with { Log = [] }));

    [Fact]
    public void A_purchase_that_nobody_ordered_does_not_fit() => Assert.Contains(
        "machine 202600002 ('somebody k-000000000000') was bought and nobody ordered it",
        Differences(Fitting() with { Log = [Sold(Machine), Sold(Machine + 1) with { DisplayName = "somebody k-000000000000" }] }));

    [Fact]
    public void A_ledger_line_that_the_cloud_never_sold_does_not_fit() => Assert.Equal(
        ["the ledger has machine 202600002, which the cloud never sold"],
        Differences(Fitting() with { Ledger = [Kept(Machine), Kept(Machine + 1)] }));

    [Fact]
    public void A_machine_that_was_sold_out_after_ordering_is_in_the_ledger_alone()
    {
        var soldOut = Ordered("failed");
        soldOut.SoldOut = true;

        Assert.Empty(FleetComparison.Differences([soldOut], Fitting() with { Log = [], Charges = [] }));
    }

    [Fact]
    public void Another_amount_in_the_ledger_does_not_fit() => Assert.Single(
        Differences(Fitting() with { Ledger = [Kept(Machine) with { Committed = new MoneyAmount { Amount = 4.51m, Currency = "EUR" } }] }));

    [Fact]
    public void A_term_that_was_charged_twice_does_not_fit() => Assert.Equal(
        ["machine 202600001 was sold for 4.5 EUR and charged 9.0"],
        Differences(Fitting() with { Charges = [Charged(), Charged()] }));

    [Fact]
    public void A_machine_that_outlives_its_term_does_not_fit() => Assert.Equal(
        ["machine 202600001 ('order 0001 k-0123456789ab') is still there after its term"],
        Differences(Fitting() with { Panel = [new PanelInstance(Machine, "order 0001 k-0123456789ab", "running", new PanelContract(null))] }));

    [Fact]
    public void A_machine_whose_end_was_missed_does_not_fit() => Assert.Equal(
        ["Kontor believes machine 202600001 to be there after its term"],
        Differences(Fitting() with { Machines = [Known(gone: false)] }));

    private IEnumerable<string> Differences(Books books) => FleetComparison.Differences([_order], books);

    private static Books Fitting() => new([Sold(Machine)], [Charged()], [Kept(Machine)], [Known(gone: true)], []);

    private static LoggedPurchase Sold(long machine) => new(1, Now, machine, "V153", "order 0001 k-0123456789ab", 4.5m, "EUR", Planted: false);

    private static LoggedCharge Charged() => new(1, Now, Machine, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), 4.5m, "EUR");

    private static FleetOrder Ordered(string ended) => new(1, "V153") { Ended = ended, Accepted = Answer() };

    private static OrderResponse Answer() => new()
    {
        Id = "1",
        Operation = new OperationResponse
        {
            Id = "1", Type = "instance.create", Status = OperationStatus.Pending, State = "accepted", Attempt = 0, SubjectId = "s1", Generation = 1,
            Account = "demo", InstanceId = null, Problem = null, Steps = null, DeadlineAt = null, DueAt = null, CreatedAt = Now, UpdatedAt = Now,
        },
        Subject = new SubjectResponse
        {
            Id = "s1", Source = "demo", Kind = "service", ExternalId = "1", Generation = 1, CreatedAt = Now,
            Fingerprint = new SubjectFingerprint { Client = "1", Order = "1", RegisteredOn = new DateOnly(2026, 11, 1), Product = "demo" },
        },
        Generation = 1, Account = "demo", Plan = "V153", Region = "EU", Image = "i", TermMonths = 1, Label = "order 0001", DefaultUser = "admin",
        Marker = "k-0123456789ab", Price = new PriceResponse { PriceListId = "p", Monthly = Price, Setup = Price, Committed = Price }, SealedAt = Now,
    };

    private static PurchaseResponse Kept(long machine) => new()
    {
        Id = "1", Key = "k", OperationId = "1", Attempt = 1, SubjectId = "s1", Generation = 1, InstanceId = "i1", Account = "demo", ProviderId = machine,
        Plan = "V153", Region = "EU", AddOn = null, TermMonths = 1, Monthly = Price, Setup = Price, Committed = Price, Proof = "answer", BoughtAt = Now,
    };

    private static InstanceResponse Known(bool gone) => new()
    {
        Id = "i1", Account = "demo", ProviderId = Machine, SubjectId = "s1", Generation = 1, Adopted = false, Gone = gone, Status = "running",
        Label = "order 0001", Hostname = null, DisplayName = null, Plan = "V153", Region = "EU", DataCenter = null, Image = null, IpV4 = null, IpV6 = null,
        DefaultUser = null, ErrorMessage = null, Protection = new ProtectionResponse { Delete = false, Rebuild = false },
        Locked = null, WipeAt = null, OsType = null, RescueSince = null, RescueUntil = null, SeenAt = Now, CreatedAt = Now, GoneAt = null,
        Contract = new ContractResponse { Source = TermSource.Known, StartsOn = null, TermMonths = 1, Renews = false, PaidUntil = null, CancelDate = null },
    };
}
