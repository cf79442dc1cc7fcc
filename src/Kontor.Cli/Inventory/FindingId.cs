using Kontor.Api;
using Kontor.Api.Inventory;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Inventory;

internal sealed class FindingId() : IdArgument("finding", "findings")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Findings.ListAsync(FindingState.Open, null, cancellationToken).Select(one => (one.Id, $"{one.Kind} {one.Detail}"));
}
