using System.CommandLine;
using Kontor.Api.Images;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Images;

internal sealed class ListImages : ListVerb<ImageResponse>
{
    private static readonly Column<ImageResponse>[] All =
    [
        new("id", image => image.Id),
        new("name", image => image.Name),
        new("state", image => Cell.Word(image.State)),
        new("size", image => image.SizeMib is { } size ? Cell.Size(size) : null),
        new("image", image => image.Image),
        new("used-by", image => image.UsedBy.Count > 0 ? string.Join(", ", image.UsedBy) : null),
        new("created", image => Cell.Instant(image.CreatedAt)),
    ];

    private readonly Option<string?> _subject = Given.Text("--subject", "Only those uploaded through this subject.", "ID");

    public ListImages()
        : base("Lists the clients' custom images, newest first.", "There is no custom image.", All)
    {
        Add(_subject);
        Examples = ["kontor images list --columns name,state,used-by"];
    }

    protected override IAsyncEnumerable<ImageResponse> ReadAsync(Invocation call) => call.Client.Images.ListAsync(call.Get(_subject), call.Cancel);
}
