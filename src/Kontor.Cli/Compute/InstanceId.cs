using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class InstanceId() : IdArgument("instance", "instances")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Instances.ListAsync(null, cancellationToken).Select(one => (one.Id, $"{one.Label} {one.IpV4} {one.Status}"));
}
