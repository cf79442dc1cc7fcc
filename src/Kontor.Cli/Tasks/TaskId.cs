using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Tasks;

internal sealed class TaskId() : IdArgument("task", "tasks")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Tasks.ListAsync(includeClosed: false, null, null, onlyOverdue: false, cancellationToken).Select(one => (one.Id, one.Title));
}
