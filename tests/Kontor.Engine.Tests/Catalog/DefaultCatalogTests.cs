using Kontor.Engine.Catalog;

namespace Kontor.Engine.Tests.Catalog;

public sealed class DefaultCatalogTests : IAsyncLifetime
{
    private readonly CatalogRoom _room = new();

    public async ValueTask InitializeAsync() => Assert.Null(
        (await new EnsureDefaultCatalogHandler(_room.Import).HandleAsync(TestContext.Current.CancellationToken)).Problem);

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_has_what_the_create_call_takes_and_one_retired_plan()
    {
        var listing = await _room.ListAsync();

        Assert.Equal((23, 9, 9, 1), (listing.Plans.Count, listing.Regions.Count, listing.Images.Count, listing.PriceLists.Count));
        Assert.Equal(["V92"], listing.Plans.Where(plan => plan.RetiredOn is not null).Select(plan => plan.Id));
        Assert.All(
            listing.Plans.Where(plan => plan.RetiredOn is null),
            plan => Assert.Equal([1, 12, 24], plan.Terms.Where(term => term.Orderable == Orderable.Yes).Select(term => term.Months)));
    }

    [Fact]
    public async Task Every_entry_says_where_it_is_from_and_of_which_day()
    {
        var listing = await _room.ListAsync();
        var sources = listing.Plans.Select(plan => plan.Source)
            .Concat(listing.Plans.SelectMany(plan => plan.Terms).Select(term => term.Source))
            .Concat(listing.Plans.SelectMany(plan => plan.Prices).Select(price => price.Source))
            .Concat(listing.Regions.Select(region => region.Source))
            .Concat(listing.Images.Select(image => image.Source));

        Assert.All(sources, source => Assert.Matches(@"\(20\d\d-\d\d-\d\d\)", source));
    }

    [Theory]
    [InlineData("V153", "EU", 1, "4.50 EUR", "4.50 EUR", false)]
    [InlineData("V153", "EU", 12, "3.825 EUR", "45.90 EUR", false)]
    [InlineData("V153", "UK", 24, "4.65 EUR", "111.60 EUR", true)]
    [InlineData("V158", "SIN", 1, "76.50 EUR", "76.50 EUR", true)]
    [InlineData("V161", "EU", 12, "23.1625 EUR", "277.95 EUR", false)]
    [InlineData("V16", "JPN", 12, "174.20 EUR", "2090.40 EUR", false)]
    public async Task Prices_are_those_of_the_sources(string plan, string region, int months, string monthly, string committed, bool assumed)
    {
        var quote = (await _room.QuoteAsync(plan, region, months: months)).Value;

        Assert.Equal((monthly, committed, assumed), (quote.Monthly.ToString(), quote.Committed.ToString(), quote.Assumed));
    }

    [Theory]
    [InlineData("V92", "EU", 1, "catalog.plan_retired", "plan")]
    [InlineData("V93", "EU", 1, "catalog.plan_unconfirmed", "plan")]
    [InlineData("V153", "EU", 6, "catalog.term_unconfirmed", "termMonths")]
    [InlineData("V155", "EU", 12, "catalog.price_unknown", "termMonths")]
    [InlineData("V159", "UK", 1, "catalog.price_unknown", "region")]
    [InlineData("V10", "US-east", 1, "catalog.price_unknown", "region")]
    public async Task What_no_source_says_is_refused(string plan, string region, int months, string code, string field)
    {
        var problem = (await _room.QuoteAsync(plan, region, months: months)).Problem!;

        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task The_documented_example_is_a_valid_file()
    {
        var page = await File.ReadAllTextAsync(PathOf("docs/reference/catalog-file.md"), TestContext.Current.CancellationToken);
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;

        var result = await _room.ImportAsync(page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)]);

        Assert.Null(result.Problem);
        Assert.Equal(5, result.Value.Prices);
    }

    private static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, file);
    }
}
