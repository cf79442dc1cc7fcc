using System.CommandLine;
using Kontor.Api.Catalog;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Catalog;

internal sealed class ListStandardImages : ListVerb<CatalogImageResponse>
{
    private static readonly Column<CatalogImageResponse>[] All =
    [
        new("id", image => image.Id),
        new("name", image => image.Name),
        new("os", image => image.OsType),
        new("size", image => image.SizeMib is { } size ? Cell.Size(size) : null),
        new("retired", image => Cell.Day(image.RetiredOn)),
        new("source", image => image.Source),
    ];

    private readonly Option<string?> _os = Given.Choice("--os", "Only those of this kind.", "linux", "windows");

    public ListStandardImages()
        : base("Lists Contabo's own images, as the catalogue has them.", "There is no such image.", All, "standard")
    {
        Add(_os);
        Examples = ["kontor images standard --os linux"];
    }

    protected override IAsyncEnumerable<CatalogImageResponse> ReadAsync(Invocation call)
    {
        var os = call.Get(_os);
        return CatalogReading.PartAsync(call, catalog => catalog.Images.Where(image => os is null || image.OsType == os), call.Cancel);
    }
}
