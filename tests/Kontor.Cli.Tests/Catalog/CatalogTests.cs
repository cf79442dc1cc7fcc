using Kontor.Api.Catalog;
using Kontor.Api.Common;

namespace Kontor.Cli.Tests.Catalog;

public sealed class CatalogTests : IDisposable
{
    private readonly CommandLine _cli = new() { Server = new Stub().On("GET /api/v1/catalog", Catalog) };

    private static CatalogResponse Catalog { get; } = new()
    {
        Plans =
        [
            Plan("V153", Orderable.Yes, Price("EU", 4.5m, "EUR"), Price("EU", 3.6m, "EUR"), Price("EU", 5m, "USD")),
            Plan("V200", Orderable.Unknown),
        ],
        Regions = [new() { Slug = "EU", Name = "European Union", RetiredOn = null, Source = "seen" }],
        Images =
        [
            new() { Id = Samples.Image, Name = "ubuntu-24.04", OsType = "linux", SizeMib = 2048, RetiredOn = null, Source = "seen" },
            new() { Id = "W", Name = "windows-server-2025", OsType = "windows", SizeMib = 1500, RetiredOn = new DateOnly(2026, 1, 1), Source = "seen" },
        ],
        PriceLists = [],
        AddOnPrices = [],
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Plans_are_listed_with_their_cheapest_month_in_each_currency() => Assert.Equal(
        "ID    MEMORY  ORDERABLE  MONTHS  MONTHLY FROM\nV153  8 GiB   yes        1       3.60 EUR, 5.00 USD\nV200  8 GiB   unknown    -       -\n",
        (await _cli.RunAsync("plans", "list", "--columns", "id,memory,orderable,months,monthly-from")).Output);

    [Fact]
    public async Task Only_what_can_be_ordered_is_listed_when_asked() =>
        Assert.Equal("ID\nV153\n", (await _cli.RunAsync("plans", "list", "--orderable", "--columns", "id")).Output);

    [Fact]
    public async Task A_plan_is_shown_with_its_prices()
    {
        var outcome = await _cli.RunAsync("plans", "show", "V153");

        Assert.Contains("\nprices\nPRICELISTID  REGION  MONTHS  MONTHLY   SETUP     ASSUMED  SOURCE\nlist         EU      1       4.50 EUR  0.00 EUR  false    seen\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_there_is_not_is_not_found() => Assert.Equal(
        new Outcome(11, "", "kontor: There is no plan 'V1' in the catalogue: 'kontor plans list' shows those there are.\n"), await _cli.RunAsync("plans", "show", "V1"));

    [Theory]
    [InlineData("linux", "ID                                    NAME          OS     SIZE   RETIRED  SOURCE\nd64d5c6c-9dda-4e38-8174-0ee282474d8a  ubuntu-24.04  linux  2 GiB  -        seen\n")]
    [InlineData("windows", "ID  NAME                 OS       SIZE      RETIRED     SOURCE\nW   windows-server-2025  windows  1500 MiB  2026-01-01  seen\n")]
    public async Task Images_are_listed_by_their_kind(string os, string table) => Assert.Equal(table, (await _cli.RunAsync("images", "standard", "--os", os)).Output);

    [Fact]
    public async Task Regions_are_listed() =>
        Assert.Equal("SLUG  NAME            RETIRED  SOURCE\nEU    European Union  -        seen\n", (await _cli.RunAsync("regions", "list")).Output);

    private static CatalogPlanResponse Plan(string id, Orderable orderable, params CatalogPriceResponse[] prices) => new()
    {
        Id = id,
        Name = id,
        Family = "Core VPS",
        CpuCores = 4,
        RamMib = 8192,
        DiskMib = 102400,
        Snapshots = 1,
        Orderable = orderable,
        RetiredOn = null,
        Source = "seen",
        Terms = [new() { Months = 1, Orderable = orderable, Source = "seen" }],
        Prices = prices,
    };

    private static CatalogPriceResponse Price(string region, decimal monthly, string currency) => new()
    {
        PriceListId = "list",
        Region = region,
        Months = 1,
        Monthly = new MoneyAmount { Amount = monthly, Currency = currency },
        Setup = new MoneyAmount { Amount = 0, Currency = currency },
        Assumed = false,
        Source = "seen",
    };
}
