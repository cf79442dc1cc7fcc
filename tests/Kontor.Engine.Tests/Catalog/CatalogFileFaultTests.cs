using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Catalog;

public sealed class CatalogFileFaultTests : IDisposable
{
    private readonly CatalogRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("format", "\"kontor-catalog/2\"", "choose kontor-catalog/1")]
    [InlineData("format", null, "is missing")]
    [InlineData("colour", "\"red\"", "not a field known here: use format, images, priceLists")]
    [InlineData("sources.test.date", "\"2026-02-30\"", "a day that exists")]
    [InlineData("sources.test.what", "\"  \"", "1 to 180 characters")]
    [InlineData("products", "{}", "write a list")]
    [InlineData("products[0]", "7", "write an object")]
    [InlineData("products[0].id", "\"V 1\"", "letters, digits, dots and dashes")]
    [InlineData("products[0].id", "\"V2345678901234567\"", "1 to 16")]
    [InlineData("products[1].id", "\"V1\"", "a second time")]
    [InlineData("products[0].cpuCores", "0", "from 1 to 1024")]
    [InlineData("products[0].cpuCores", "2.5", "whole number")]
    [InlineData("products[0].ramMib", "\"8192\"", "whole number")]
    [InlineData("products[0].diskMib", "-1", "whole number from 1")]
    [InlineData("products[0].diskGb", "100", "not a field known here")]
    [InlineData("products[0].orderable", "\"maybe\"", "choose")]
    [InlineData("products[0].orderable", "true", "yes")]
    [InlineData("products[0].source", "\"hearsay\"", "choose test")]
    [InlineData("products[0].source", null, "is missing")]
    [InlineData("products[0].retiredOn", "\"24.04.2026\"", "2026-04-24")]
    [InlineData("products[0].terms[0].months", "0", "from 1 to 60")]
    [InlineData("products[0].terms[0].months", "61", "from 1 to 60")]
    [InlineData("products[0].terms[1].months", "1", "a second time")]
    [InlineData("regions[1].slug", "\"EU\"", "a second time")]
    [InlineData("regions[0].name", "7", "write a text")]
    [InlineData("images[0].id", "\"ubuntu\"", "UUID")]
    [InlineData("images[0].osType", "\"BeOS\"", "Linux")]
    [InlineData("priceLists[0].currency", "\"eur\"", "ISO 4217")]
    [InlineData("priceLists[0].validFrom", "\"2026-13-01\"", "a day that exists")]
    [InlineData("priceLists[0].validFrom", null, "is missing")]
    [InlineData("priceLists[0].products[0].product", "\"V3\"", "which no plan is called: choose")]
    [InlineData("priceLists[0].products[0].prices[0].region", "\"MARS\"", "which no region is called: choose")]
    [InlineData("priceLists[0].products[0].prices[1].months", "1", "a second time")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "-4.50", "never negative")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "0", "leave the entry out")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "3.82501", "four decimals")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "1e28", "at most 1000000")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "1e300", "an amount as a number")]
    [InlineData("priceLists[0].products[0].prices[0].monthly", "\"4.50\"", "an amount as a number")]
    [InlineData("priceLists[0].products[0].prices[0].setup", null, "is missing")]
    [InlineData("priceLists[0].products[0].surcharges.onTopOf", "\"US\"", "which no region is called")]
    [InlineData("priceLists[0].products[0].surcharges.assumed", "\"yes\"", "true or false")]
    [InlineData("priceLists[0].products[0].surcharges.regions[0].region", "\"MARS\"", "which no region is called")]
    [InlineData("priceLists[0].products[0].surcharges.regions[0].monthly", "-1", "never negative")]
    [InlineData("priceLists[0].addOns", "{}", "write a list")]
    [InlineData("priceLists[0].addOns[0].addOn", "\"firewall\"", "choose")]
    [InlineData("priceLists[0].addOns[0].addOn", null, "is missing")]
    [InlineData("priceLists[0].addOns[0].product", "\"V3\"", "which no plan is called: choose")]
    [InlineData("priceLists[0].addOns[0].region", "\"MARS\"", "which no region is called: choose")]
    [InlineData("priceLists[0].addOns[0].monthly", "0", "leave the entry out")]
    [InlineData("priceLists[0].addOns[0].monthly", "\"1.5\"", "an amount as a number")]
    [InlineData("priceLists[0].addOns[0].providerId", "-1", "whole number from 1")]
    [InlineData("priceLists[0].addOns[0].source", "\"hearsay\"", "choose test")]
    [InlineData("priceLists[0].addOns[0].months", "1", "not a field known here")]
    public async Task A_fault_is_named_by_its_path_with_the_cure(string path, string? value, string cure)
    {
        var result = await _room.ImportAsync(CatalogRoom.Valid().With(path, value));

        Assert.Equal((ProblemKind.Invalid, "catalog.file_invalid", path), (result.Problem?.Kind, result.Problem?.Code, result.Problem?.Field));
        Assert.Contains(cure, result.Problem!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"format\": ")]
    [InlineData("kontor")]
    [InlineData("")]
    [InlineData("{ \"format\": \"kontor-catalog/1\", \"format\": \"kontor-catalog/1\" }")]
    public async Task What_is_not_JSON_or_says_a_thing_twice_is_unreadable(string text) =>
        Assert.Equal("catalog.file_unreadable", (await _room.ImportAsync(text)).Problem?.Code);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"format\": \"kontor-catalog/1\" }")]
    public async Task A_file_that_holds_nothing_is_a_fault(string text) =>
        Assert.Equal("catalog.file_invalid", (await _room.ImportAsync(text)).Problem?.Code);

    [Fact]
    public async Task A_file_without_end_is_refused_before_it_is_read_whole()
    {
        using var endless = new EndlessStream();

        var result = await _room.Import.HandleAsync(endless, Actor.Kontor("test"), TestContext.Current.CancellationToken);

        Assert.Equal("catalog.file_too_large", result.Problem?.Code);
    }

    [Fact]
    public async Task A_list_that_multiplies_out_to_too_many_prices_is_refused()
    {
        var file = CatalogRoom.Valid();
        for (var n = 0; n < 1000; n++)
        {
            file.Adding("regions", $$"""{ "slug": "R{{n}}", "name": "R", "source": "test" }""");
            file["priceLists"]![0]!["products"]![0]!["surcharges"]!["regions"]!.AsArray()
                .Add(System.Text.Json.Nodes.JsonNode.Parse($$"""{ "region": "R{{n}}", "monthly": 1 }"""));
        }

        for (var n = 0; n < 60; n++)
        {
            var product = file["priceLists"]![0]!["products"]![0]!.DeepClone();
            product["product"] = $"P{n}";
            file["priceLists"]![0]!["products"]!.AsArray().Add(product);
            var plan = file["products"]![0]!.DeepClone();
            plan["id"] = $"P{n}";
            file["products"]!.AsArray().Add(plan);
        }

        var result = await _room.ImportAsync(file);

        Assert.Equal("priceLists[0].products[49].prices", result.Problem?.Field);
    }

    [Fact]
    public async Task A_fault_leaves_nothing_behind()
    {
        await _room.ImportAsync(CatalogRoom.Valid().With("priceLists[0].products[0].prices[0].monthly", "-1"));

        var listing = await _room.ListAsync();

        Assert.Empty(listing.Plans);
        Assert.Empty(listing.PriceLists);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return new(buffer.Length);
        }
    }
}
