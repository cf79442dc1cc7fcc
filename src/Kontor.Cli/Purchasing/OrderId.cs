using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class OrderId() : IdArgument("order", "orders")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Orders.ListAsync(null, cancellationToken).Select(one => (one.Id, $"{one.Plan} {one.Region} {one.Label}"));
}
