using Kontor.Api.Common;

namespace Kontor.Server.Common;

/// <summary>Makes pages of lists. One row more than shown is read, so that the last page knows that it is.</summary>
internal static class Pages
{
    public static async Task<ListPage<T>> OfAsync<TRow, T>(
        PageQuery query, Func<int, Task<List<TRow>>> readAsync, Func<TRow, string> idOf, Func<TRow, T> map)
    {
        var rows = await readAsync(query.Size + 1);
        var shown = rows.Take(query.Size).ToList();
        return new ListPage<T>
        {
            Items = shown.ConvertAll(row => map(row)),
            NextCursor = rows.Count > query.Size ? PageCursor.Of(idOf(shown[^1])) : null,
        };
    }
}
