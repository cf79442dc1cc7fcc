using System.CommandLine;
using Kontor.Api.Storage;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Storage;

internal sealed class ListEvents : ListVerb<EventResponse>
{
    private readonly Option<long?> _after = Given.Place("--after", "Only those after this sequence number. Default: 0, all.");

    public ListEvents()
        : base("Lists events, oldest first.", "There is no event after that place.", EventColumns.All)
    {
        Add(_after);
        Examples = ["kontor events list --after 100 --output jsonl"];
    }

    protected override IAsyncEnumerable<EventResponse> ReadAsync(Invocation call) => EventReading.ToEndAsync(call.Client, call.Get(_after) ?? 0, call.Cancel);
}
