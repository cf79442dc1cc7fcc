using Kontor.Api.Secrets;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ListLinks() : ListOf<SecretLinkResponse>(
    "links",
    "Lists what secrets the machine had and whether they were shown, newest first; never the secrets or their links.",
    "The machine had no secret.",
    All,
    new InstanceId())
{
    private static readonly Column<SecretLinkResponse>[] All =
    [
        new("id", link => link.Id),
        new("purpose", link => link.Purpose),
        new("created", link => Cell.Instant(link.CreatedAt)),
        new("expires", link => Cell.Instant(link.ExpiresAt)),
        new("used", link => link.UsedAt is { } at ? Cell.Instant(at) : null),
        new("operation", link => link.OperationId),
    ];

    protected override IAsyncEnumerable<SecretLinkResponse> ReadAsync(Invocation call, string id) => call.Client.Instances.ListLinksAsync(id, call.Cancel);
}
