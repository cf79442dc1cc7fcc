using Kontor.Engine.Catalog;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Catalog;

public sealed class ListCatalogTests : IDisposable
{
    private readonly CatalogRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task A_plan_is_listed_with_its_terms_and_what_it_costs_where()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        var plan = (await _room.ListAsync()).Plans[0];

        Assert.Equal(
            [(1, Orderable.Yes), (3, Orderable.No), (6, Orderable.Unknown), (12, Orderable.Yes)],
            plan.Terms.Select(term => (term.Months, term.Orderable)));
        Assert.Equal(
            ["EU 1 4.50 EUR", "EU 12 3.825 EUR", "UK 1 5.55 EUR", "UK 12 4.875 EUR"],
            plan.Prices.Select(price => $"{price.Region} {price.Months} {price.Monthly}"));
    }

    [Fact]
    public async Task A_price_says_whether_a_part_of_it_was_assumed_and_by_whom()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        var prices = (await _room.ListAsync()).Plans[0].Prices;

        Assert.Equal((false, "made for a test (2026-01-02)"), (prices[0].Assumed, prices[0].Source));
        Assert.Equal((true, "made for a test (2026-01-02); assumed surcharge: made for a test (2026-01-02)"), (prices[2].Assumed, prices[2].Source));
    }

    [Fact]
    public async Task Only_the_price_lists_in_force_are_shown_one_for_each_currency()
    {
        await _room.ImportAsync(CatalogRoom.Valid());
        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].validFrom", "\"2026-09-01\""));
        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].validFrom", "\"2027-01-01\""));
        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].currency", "\"USD\""));

        var listing = await _room.ListAsync();

        Assert.Equal(
            [(Currency.Eur, new DateOnly(2026, 9, 1)), (Currency.Parse("USD"), new(2026, 4, 24))],
            listing.PriceLists.Select(list => (list.Currency, list.ValidFrom)).OrderBy(list => list.Currency.Code));
        Assert.Equal(8, listing.Plans[0].Prices.Count);
    }

    [Fact]
    public async Task A_plan_without_a_known_price_is_listed_without_one()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        Assert.Empty((await _room.ListAsync()).Plans[1].Prices);
    }
}
