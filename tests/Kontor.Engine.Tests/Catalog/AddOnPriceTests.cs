using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Catalog;

/// <summary>What add-ons cost: by plan and region, from the list in force, and refused where it is not known.</summary>
public sealed class AddOnPriceTests : IDisposable
{
    private readonly CatalogRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("EU", 1.5, 2015L, false)]
    [InlineData("UK", 1.75, null, true)]
    [InlineData("MARS", 1.5, 2015L, false)]
    public async Task A_regions_own_price_goes_before_that_of_every_region(string region, decimal monthly, long? number, bool assumed)
    {
        var report = (await _room.ImportAsync(CatalogRoom.Valid())).Value;

        var price = (await _room.AddOnAsync("backup", "V1", region)).Value;

        Assert.Equal((Money.FromMajor(monthly, Currency.Eur), number, assumed), (price.Monthly, price.ProviderId, price.Assumed));
        Assert.Equal((report.PriceLists[0], 2), (price.PriceListId, report.AddOnPrices));
    }

    [Theory]
    [InlineData("privateNetworking", "V1", "EU")]
    [InlineData("backup", "V2", "EU")]
    [InlineData("backup", null, null)]
    public async Task What_no_list_has_is_refused(string addOn, string? plan, string? region)
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        Assert.Equal("catalog.add_on_price_unknown", (await _room.AddOnAsync(addOn, plan, region)).Problem?.Code);
    }

    [Fact]
    public async Task A_list_in_which_only_an_add_on_has_another_price_is_a_new_list()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        var report = (await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].addOns[0].monthly", "2"))).Value;

        Assert.Single(report.PriceLists);
        Assert.Equal(Money.FromMajor(2, Currency.Eur), (await _room.AddOnAsync("backup", "V1", "EU")).Value.Monthly);
    }

    [Fact]
    public async Task The_listing_shows_each_price_with_its_source()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        var prices = (await _room.ListAsync()).AddOnPrices;

        Assert.Equal([("V1", (string?)null), ("V1", "UK")], prices.Select(price => (price.Plan, price.Region)));
        Assert.All(prices, price => Assert.Contains("made for a test", price.Source, StringComparison.Ordinal));
    }
}
