using Kontor.Api.Catalog;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Catalog;

internal sealed class ListRegions() : ListVerb<CatalogRegionResponse>("Lists the regions of the catalogue.", "There is no region: import a catalogue.", All)
{
    private static readonly Column<CatalogRegionResponse>[] All =
    [
        new("slug", region => region.Slug),
        new("name", region => region.Name),
        new("retired", region => Cell.Day(region.RetiredOn)),
        new("source", region => region.Source),
    ];

    protected override IAsyncEnumerable<CatalogRegionResponse> ReadAsync(Invocation call) =>
        CatalogReading.PartAsync(call, catalog => catalog.Regions, call.Cancel);
}
