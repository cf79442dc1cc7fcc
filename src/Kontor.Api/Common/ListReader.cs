using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Api.Common;

/// <summary>Reads a list part by part, as its reader goes on.</summary>
internal static class ListReader
{
    private const string LargestPage = "200";

    public static async IAsyncEnumerable<T> ListAsync<T>(
        this ApiCalls calls, string path, Query query, JsonTypeInfo<ListPage<T>> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = query.With("limit", LargestPage);
        string? cursor = null;
        do
        {
            var page = await calls.GetAsync(path + pages.With("cursor", cursor), type, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }
}
