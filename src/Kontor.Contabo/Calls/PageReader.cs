using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Contabo.Calls;

/// <summary>Walks through a list page by page, and asks for the next page only when the caller does.</summary>
internal static class PageReader
{
    /// <summary>A provider that always announces one page more must not keep us reading for ever: a million rows are enough.</summary>
    private const int MostPages = 10_000;

    public static async IAsyncEnumerable<Page<T>> ReadPagesAsync<T>(
        this ApiCaller caller, ApiCall call, JsonTypeInfo<Envelope<T>> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var reply = await caller.SendAsync(ForPage(call, number, caller.PageSize), cancellationToken).ConfigureAwait(false);
            var page = ToPage(reply.ReadList(type));
            yield return page;
            if (IsLast(page, number, caller.PageSize))
            {
                yield break;
            }

            ThrowIfEndless(reply, number);
        }
    }

    public static async IAsyncEnumerable<T> ItemsAsync<T>(
        this IAsyncEnumerable<Page<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }

    // Without a total, a page that is not full is the best sign of the end.
    private static bool IsLast<T>(Page<T> page, int number, int size) =>
        page.TotalPages is { } total ? number >= total : page.Items.Count < size;

    private static void ThrowIfEndless(ApiReply reply, int number)
    {
        if (number >= MostPages)
        {
            throw new ContaboApiException(reply.Facts.Failure(ContaboErrorReason.Unreadable, WriteOutcome.Unknown) with { Status = reply.Status });
        }
    }

    private static ApiCall ForPage(ApiCall call, int number, int size)
    {
        var paging = new Query().Add("page", (long)number).Add("size", (long)size).ToString();
        return call with { Query = call.Query.Length == 0 ? paging : call.Query + "&" + paging[1..] };
    }

    private static Page<T> ToPage<T>(Envelope<T> envelope) => new(
        envelope.Data ?? [],
        ToInt(envelope.Pagination?.Page),
        ToInt(envelope.Pagination?.TotalPages),
        envelope.Pagination?.TotalElements,
        ToInt(envelope.Pagination?.Size));

    private static int? ToInt(long? value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
}
