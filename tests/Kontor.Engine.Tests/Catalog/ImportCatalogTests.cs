using Kontor.Engine.Audit;
using Kontor.Engine.Catalog;
using Kontor.Engine.Tests.Common;
using Kontor.Engine.Tests.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Catalog;

public sealed class ImportCatalogTests : IDisposable
{
    private readonly CatalogRoom _room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task An_import_reports_what_it_added()
    {
        var report = (await _room.ImportAsync(CatalogRoom.Valid())).Value;

        Assert.True(report.Changed);
        Assert.Equal((new ImportCount(2, 0, 0), new(2, 0, 0), new(1, 0, 0)), (report.Products, report.Regions, report.Images));
        Assert.Equal((1, 4), (report.PriceLists.Count, report.Prices));
    }

    [Fact]
    public async Task The_same_content_twice_adds_nothing_and_says_so()
    {
        var first = (await _room.ImportAsync(CatalogRoom.Valid())).Value;
        var reordered = CatalogRoom.Valid();
        var products = reordered["products"]!.AsArray();
        var moved = products[0]!;
        products.RemoveAt(0);
        products.Add(moved);

        var second = (await _room.ImportAsync(reordered)).Value;

        Assert.False(second.Changed);
        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.Single(await AuditAsync());
    }

    [Fact]
    public async Task An_import_is_in_the_audit_trail_with_its_actor()
    {
        var report = (await _room.ImportAsync(CatalogRoom.Valid())).Value;

        var row = Assert.Single(await AuditAsync());

        Assert.Equal(("catalog.imported", report.ContentHash), (row.Action, row.About));
        Assert.Contains("operator", row.Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_missing_from_a_newer_file_are_kept()
    {
        await _room.ImportAsync(CatalogRoom.Valid());
        var newer = CatalogRoom.Valid();
        newer["products"]!.AsArray().RemoveAt(1);

        await _room.ImportAsync(newer);

        Assert.Equal(["V1", "V2"], (await _room.ListAsync()).Plans.Select(plan => plan.Id));
    }

    [Fact]
    public async Task A_file_can_bring_prices_alone_for_plans_known_before()
    {
        await _room.ImportAsync(CatalogRoom.Valid());
        var pricesOnly = CatalogRoom.Valid().With("priceLists[0].validFrom", "\"2026-10-01\"")
            .With("priceLists[0].products[0].prices[0].monthly", "5.50").With("products", null).With("regions", null).With("images", null);

        Assert.True((await _room.ImportAsync(pricesOnly)).Value.Changed);

        Assert.Equal("5.50 EUR", (await _room.QuoteAsync()).Value.Monthly.ToString());
    }

    [Fact]
    public async Task Prices_imported_after_a_quote_count_from_the_next_one_on()
    {
        await _room.ImportAsync(CatalogRoom.Valid());
        var before = (await _room.QuoteAsync()).Value.Monthly;

        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].products[0].prices[0].monthly", "5.50"));

        Assert.Equal(("4.50 EUR", "5.50 EUR"), (before.ToString(), (await _room.QuoteAsync()).Value.Monthly.ToString()));
    }

    [Fact]
    public async Task Prices_of_a_later_day_count_from_that_day_on()
    {
        await _room.ImportAsync(CatalogRoom.Valid());
        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].validFrom", "\"2026-11-03\"")
            .With("priceLists[0].products[0].prices[0].monthly", "5.50"));
        var before = (await _room.QuoteAsync()).Value.Monthly;

        _room.Test.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(("4.50 EUR", "5.50 EUR"), (before.ToString(), (await _room.QuoteAsync()).Value.Monthly.ToString()));
    }

    [Fact]
    public async Task A_file_retires_a_plan_and_counts_it()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        var report = (await _room.ImportAsync(CatalogRoom.Valid().With("products[0].retiredOn", "\"2026-11-01\""))).Value;

        Assert.Equal(new ImportCount(0, 1, 1), report.Products);
        Assert.Empty(report.PriceLists);
        Assert.Equal(new DateOnly(2026, 11, 1), (await _room.ListAsync()).Plans[0].RetiredOn);
    }

    [Fact]
    public async Task A_plan_named_again_gets_the_terms_of_the_newer_file()
    {
        await _room.ImportAsync(CatalogRoom.Valid());

        await _room.ImportAsync(CatalogRoom.Valid().With("products[0].terms", """[ { "months": 24, "orderable": "yes", "source": "test" } ]"""));

        Assert.Equal([24], (await _room.ListAsync()).Plans[0].Terms.Select(term => term.Months));
    }

    [Fact]
    public async Task A_correction_and_its_reversal_both_count()
    {
        var corrected = CatalogRoom.Valid().With("priceLists[0].products[0].prices[0].monthly", "4.60");
        var quotes = new List<string>();
        foreach (var file in new[] { CatalogRoom.Valid(), corrected, CatalogRoom.Valid() })
        {
            await _room.ImportAsync(file);
            quotes.Add((await _room.QuoteAsync()).Value.Monthly.ToString());
        }

        Assert.Equal(["4.50 EUR", "4.60 EUR", "4.50 EUR"], quotes);
    }

    [Fact]
    public async Task The_catalogue_that_ships_is_imported_once_and_never_over_another()
    {
        var ensure = new EnsureDefaultCatalogHandler(_room.Import);

        Assert.True((await ensure.HandleAsync(Cancel)).Value.Changed);
        await _room.ImportAsync(CatalogRoom.Valid());
        Assert.False((await ensure.HandleAsync(Cancel)).Value.Changed);

        Assert.Equal(2, (await AuditAsync()).Count);
    }

    [Fact]
    public async Task Where_a_catalogue_is_a_start_writes_nothing_for_it()
    {
        var checkpoints = new RecordingCheckpoints();
        using var test = new TestDatabase(checkpoints);
        var ensure = new EnsureDefaultCatalogHandler(new ImportCatalogHandler(test.Database, new SequentialIds()));
        var first = (await ensure.HandleAsync(Cancel)).Value;
        checkpoints.Passed.Clear();

        Assert.Equal(first.ContentHash, (await ensure.HandleAsync(Cancel)).Value.ContentHash);

        Assert.Empty(checkpoints.Passed);
    }

    private Task<List<AuditRow>> AuditAsync() => _room.Test.Database.ReadAsync(db => db.GetTable<AuditRow>().ToListAsync(Cancel), Cancel);
}
