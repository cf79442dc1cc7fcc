using CsCheck;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Catalog;

public sealed class QuoteTests : IAsyncLifetime
{
    private readonly CatalogRoom _room = new();

    public async ValueTask InitializeAsync() => Assert.Null((await _room.ImportAsync(CatalogRoom.Valid())).Problem);

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_quote_commits_to_every_month_and_the_setup_fee()
    {
        var month = (await _room.QuoteAsync(months: 1)).Value;
        var year = (await _room.QuoteAsync(months: 12)).Value;

        Assert.Equal(("4.50 EUR", "5.00 EUR", "9.50 EUR"), (month.Monthly.ToString(), month.Setup.ToString(), month.Committed.ToString()));
        Assert.Equal(("3.825 EUR", "0.00 EUR", "45.90 EUR"), (year.Monthly.ToString(), year.Setup.ToString(), year.Committed.ToString()));
        Assert.Equal(102400, year.DiskMib);
    }

    [Fact]
    public async Task A_surcharge_is_in_the_price_of_its_region_and_marked_as_assumed()
    {
        var uk = (await _room.QuoteAsync(region: "UK", months: 12)).Value;

        Assert.Equal(("4.875 EUR", true), (uk.Monthly.ToString(), uk.Assumed));
        Assert.False((await _room.QuoteAsync()).Value.Assumed);
    }

    [Fact]
    public void What_an_order_commits_to_is_exact() =>
        Gen.Select(Gen.Long[1, 10_000_000_000], Gen.Long[0, 10_000_000_000], Gen.Int[1, 60]).Sample((monthly, setup, months) =>
            Assert.Equal(
                (monthly * months) + setup,
                QuoteRules.Committed(Money.FromStored(monthly, Currency.Eur), Money.FromStored(setup, Currency.Eur), months).ToStored()));

    [Theory]
    [InlineData("V7", "EU", CatalogRoom.Ubuntu, 1, "catalog.plan_unknown", "plan", "'V7': choose V1, V2.")]
    [InlineData("v1", "EU", CatalogRoom.Ubuntu, 1, "catalog.plan_unknown", "plan", "choose V1")]
    [InlineData("V1", "Eu", CatalogRoom.Ubuntu, 1, "catalog.region_unknown", "region", "'Eu': choose EU, UK.")]
    [InlineData("V1", "EU", "ubuntu", 1, "catalog.image_unknown", "image", "(Ubuntu 24.04)")]
    [InlineData("V1", "EU", CatalogRoom.Ubuntu, 2, "catalog.term_unknown", "termMonths", "no term of 2 months: choose 1 month, 12 months.")]
    [InlineData("V1", "EU", CatalogRoom.Ubuntu, -1, "catalog.term_unknown", "termMonths", "choose 1 month")]
    public async Task What_is_not_in_the_catalogue_is_invalid_and_the_nearest_is_named(
        string plan, string region, string image, int months, string code, string field, string cure)
    {
        var problem = (await _room.QuoteAsync(plan, region, image, months)).Problem!;

        Assert.Equal((ProblemKind.Invalid, code, field), (problem.Kind, problem.Code, problem.Field));
        Assert.Contains(cure, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("products[0].retiredOn", "\"2026-11-02\"", "catalog.plan_retired", "plan", "since 2026-11-02: choose V2")]
    [InlineData("products[0].orderable", "\"no\"", "catalog.plan_not_orderable", "plan", "made for a test (2026-01-02)")]
    [InlineData("products[0].orderable", "\"unknown\"", "catalog.plan_unconfirmed", "plan", "ask the provider")]
    [InlineData("regions[0].retiredOn", "\"2026-11-02\"", "catalog.region_retired", "region", "choose UK")]
    [InlineData("images[0].retiredOn", "\"2026-11-02\"", "catalog.image_retired", "image", "import a catalogue")]
    [InlineData("images[0].sizeMib", "102401", "catalog.image_too_large", "image", "needs 102401 MiB and the disk of V1 has 102400 MiB")]
    [InlineData("products[0].terms[0].orderable", "\"no\"", "catalog.term_not_orderable", "termMonths", "choose 12 months")]
    [InlineData("products[0].terms[0].orderable", "\"unknown\"", "catalog.term_unconfirmed", "termMonths", "choose 12 months, or ask the provider")]
    [InlineData("priceLists[0].products[0].prices[0].months", "2", "catalog.price_unknown", "termMonths", "no price in EU for 1 month in the EUR list")]
    public async Task What_cannot_be_ordered_is_refused_with_the_cure(string path, string value, string code, string field, string cure)
    {
        Assert.Null((await _room.ImportAsync(CatalogRoom.Valid().With(path, value).With("priceLists[0].validFrom", "\"2026-05-01\""))).Problem);

        var problem = (await _room.QuoteAsync()).Problem!;

        Assert.Equal((ProblemKind.Refused, code, field), (problem.Kind, problem.Code, problem.Field));
        Assert.Contains(cure, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("V2", "EU", "EUR", "plan", "V2 has no price in the EUR list of 2026-04-24")]
    [InlineData("V1", "AUS", "EUR", "region", "V1 has no price in AUS")]
    [InlineData("V1", "EU", "USD", null, "No price list in USD is in force")]
    public async Task An_unknown_price_is_refused(string plan, string region, string currency, string? field, string why)
    {
        await _room.ImportAsync(CatalogRoom.Valid().Adding("regions", """{ "slug": "AUS", "name": "Australia", "source": "test" }"""));

        var problem = (await _room.QuoteAsync(plan, region, currency: currency)).Problem!;

        Assert.Equal((ProblemKind.Refused, "catalog.price_unknown", field), (problem.Kind, problem.Code, problem.Field));
        Assert.Contains(why, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_list_comes_into_force_at_midnight_in_Berlin()
    {
        await _room.ImportAsync(CatalogRoom.Valid()
            .With("priceLists[0].validFrom", "\"2026-11-03\"").With("priceLists[0].products[0].prices[0].monthly", "9.99"));
        _room.Test.Clock.SetUtcNow(new(2026, 11, 2, 22, 59, 59, TimeSpan.Zero));
        var before = (await _room.QuoteAsync()).Value;
        _room.Test.Clock.SetUtcNow(new(2026, 11, 2, 23, 0, 0, TimeSpan.Zero));
        var after = (await _room.QuoteAsync()).Value;

        Assert.Equal(("4.50 EUR", "9.99 EUR"), (before.Monthly.ToString(), after.Monthly.ToString()));
        Assert.NotEqual(before.PriceListId, after.PriceListId);
    }

    [Fact]
    public async Task A_plan_may_be_ordered_until_the_day_it_is_retired()
    {
        await _room.ImportAsync(CatalogRoom.Valid().With("products[0].retiredOn", "\"2026-11-03\""));

        Assert.Null((await _room.QuoteAsync()).Problem);
    }

    [Fact]
    public async Task A_sentence_never_repeats_more_than_a_little_of_what_it_was_given()
    {
        var problem = (await _room.QuoteAsync(plan: new string('x', 100_000) + "\r\n")).Problem!;

        Assert.True(problem.Detail.Length < 200);
    }
}
