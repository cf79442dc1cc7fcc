using System.Text;
using System.Text.Json.Nodes;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Tests.Common;

namespace Kontor.Engine.Tests.Catalog;

/// <summary>The catalogue's use cases over an empty database, and a small file to begin with.</summary>
internal sealed class CatalogRoom : IDisposable
{
    public const string Ubuntu = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";

    private QuoteHandler? _quotes;

    public CatalogRoom() => Import = new(Test.Database, new SequentialIds());

    public TestDatabase Test { get; } = new();

    public ImportCatalogHandler Import { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A valid file: V1 and V2 in EU and UK, V1 for 1 and 12 months, a price list of this year.</summary>
    public static JsonObject Valid() => JsonNode.Parse(
        $$"""
        {
          "format": "kontor-catalog/1",
          "sources": { "test": { "what": "made for a test", "date": "2026-01-02" } },
          "products": [
            { "id": "V1", "name": "One", "family": "Core", "cpuCores": 4, "ramMib": 8192, "diskMib": 102400, "snapshots": 1,
              "orderable": "yes", "source": "test",
              "terms": [
                { "months": 1, "orderable": "yes", "source": "test" },
                { "months": 3, "orderable": "no", "source": "test" },
                { "months": 6, "orderable": "unknown", "source": "test" },
                { "months": 12, "orderable": "yes", "source": "test" } ] },
            { "id": "V2", "name": "Two", "family": "Core", "cpuCores": 6, "ramMib": 8192, "diskMib": 204800, "snapshots": 1,
              "orderable": "yes", "source": "test", "terms": [ { "months": 1, "orderable": "yes", "source": "test" } ] } ],
          "regions": [
            { "slug": "EU", "name": "European Union", "source": "test" },
            { "slug": "UK", "name": "United Kingdom", "source": "test" } ],
          "images": [ { "id": "{{Ubuntu}}", "name": "Ubuntu 24.04", "osType": "Linux", "sizeMib": 2048, "source": "test" } ],
          "priceLists": [
            { "currency": "EUR", "validFrom": "2026-04-24", "source": "test",
              "products": [
                { "product": "V1", "source": "test",
                  "prices": [
                    { "region": "EU", "months": 1, "monthly": 4.50, "setup": 5 },
                    { "region": "EU", "months": 12, "monthly": 3.825, "setup": 0 } ],
                  "surcharges": {
                    "onTopOf": "EU", "source": "test", "assumed": true,
                    "regions": [ { "region": "UK", "monthly": 1.05 } ] } } ],
              "addOns": [
                { "addOn": "backup", "product": "V1", "monthly": 1.5, "providerId": 2015, "source": "test" },
                { "addOn": "backup", "product": "V1", "region": "UK", "monthly": 1.75, "assumed": true, "source": "test" } ] } ]
        }
        """)!.AsObject();

    public static Stream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public Task<Result<CatalogImportReport>> ImportAsync(JsonObject file) => ImportAsync(file.ToJsonString());

    public Task<Result<CatalogImportReport>> ImportAsync(string text) => Import.HandleAsync(Bytes(text), new(ActorKind.Operator, "test"), Cancel);

    public Task<Result<Quote>> QuoteAsync(
        string plan = "V1", string region = "EU", string image = Ubuntu, int months = 1, string currency = "EUR") =>
        (_quotes ??= new QuoteHandler(Test.Database, Test.Clock)).HandleAsync(new(plan, region, image, months, Currency.Parse(currency)), Cancel);

    public Task<Result<AddOnPrice>> AddOnAsync(string addOn, string? plan, string? region) =>
        new AddOnPrices(Test.Database, Test.Clock).FindAsync(addOn, plan, region, Currency.Eur, Cancel);

    public Task<CatalogListing> ListAsync() => new ListCatalogHandler(Test.Database, Test.Clock).HandleAsync(Cancel);

    public void Dispose() => Test.Dispose();
}
