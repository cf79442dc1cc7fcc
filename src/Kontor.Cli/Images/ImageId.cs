using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Images;

internal sealed class ImageId() : IdArgument("image", "images")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Images.ListAsync(null, cancellationToken).Select(one => (one.Id, one.Name));
}
