using System.CommandLine;
using Kontor.Api.Storage;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Storage;

internal sealed class FollowEvents : Verb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Option<long?> _after = Given.Place("--after", "Begins after this sequence number. Default: after the newest event.");

    public FollowEvents()
        : base("follow", "Shows events as they happen, until interrupted.")
    {
        Add(_after);
        Examples = ["kontor events follow", "kontor events follow --after 0 --output jsonl"];
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var place = call.Get(_after) ?? await EndAsync(call);
        var writer = call.Output.ListOf(EventColumns.All);
        while (true)
        {
            var page = await call.Client.ReadEventsAsync(place, EventReading.MostAPage, call.Cancel);
            foreach (var happened in page.Items)
            {
                writer.Write(happened);
            }

            writer.Pause();
            place = page.NextAfter;
            if (!page.More)
            {
                await Task.Delay(Pause, call.Surroundings.Clock, call.Cancel);
            }
        }
    }

    // The newest place is not told by itself: the pages lead there.
    private static async Task<long> EndAsync(Invocation call)
    {
        EventPage page;
        long place = 0;
        do
        {
            page = await call.Client.ReadEventsAsync(place, EventReading.MostAPage, call.Cancel);
            place = page.NextAfter;
        }
        while (page.More);
        return place;
    }
}
