using Kontor.Api.Inventory;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Compute;

namespace Kontor.Cli.Inventory;

internal sealed class ListTimeline() : ListOf<TimelineEntryResponse>(
    "timeline", "Lists what happened to the machine and who did it, newest first.", "Nothing has happened to the machine yet.", All, new InstanceId())
{
    private static readonly Column<TimelineEntryResponse>[] All =
    [
        new("at", entry => Cell.Instant(entry.At)),
        new("kind", entry => entry.Kind),
        new("origin", entry => entry.Origin),
        new("actor", entry => entry.Actor),
        new("before", entry => entry.Before),
        new("after", entry => entry.After),
        new("operation", entry => entry.OperationId),
        new("text", entry => entry.Text),
    ];

    protected override IAsyncEnumerable<TimelineEntryResponse> ReadAsync(Invocation call, string id) => call.Client.Instances.ListTimelineAsync(id, call.Cancel);
}
