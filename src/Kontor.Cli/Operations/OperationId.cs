using Kontor.Api;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Operations;

internal sealed class OperationId() : IdArgument("operation", "operations")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Operations.ListAsync(null, null, cancellationToken).Select(one => (one.Id, $"{one.Type}, {Cell.Word(one.Status)}"));
}
