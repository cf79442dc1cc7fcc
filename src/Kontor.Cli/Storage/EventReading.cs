using System.Runtime.CompilerServices;
using Kontor.Api;
using Kontor.Api.Storage;

namespace Kontor.Cli.Storage;

/// <summary>Reads events in the order they became true.</summary>
internal static class EventReading
{
    public const int MostAPage = 500;

    /// <summary>Reads from a place to the present end.</summary>
    public static async IAsyncEnumerable<EventResponse> ToEndAsync(
        KontorClient client, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventPage page;
        do
        {
            page = await client.ReadEventsAsync(after, MostAPage, cancellationToken);
            foreach (var happened in page.Items)
            {
                yield return happened;
            }

            after = page.NextAfter;
        }
        while (page.More);
    }
}
