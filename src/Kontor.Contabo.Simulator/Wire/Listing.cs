using System.Globalization;
using Kontor.Contabo.Simulator.Faults;

namespace Kontor.Contabo.Simulator.Wire;

/// <summary>Cuts one page out of rows that are already filtered and ordered; costs what the page costs.</summary>
internal static class Listing
{
    public static CloudResponse Page<TRow, TData>(OperationCall call, IReadOnlyList<TRow> rows, Func<TRow, TData> show)
    {
        if (Number(call.Query.Get("page"), 1) is not { } page || Number(call.Query.Get("size"), call.World.Options.DefaultPageSize) is not { } size)
        {
            // Assumed: the text is that of the validation library the provider's other answers point to.
            return Answers.Refusal(400, ["page must not be less than 1", "size must not be less than 1"]);
        }

        // A row that was just written is not in the list yet, and nothing in the answer says so.
        var total = call.ListFault == Misbehaviour.StaleList ? Math.Max(0, rows.Count - 1) : rows.Count;
        var shownPage = call.ListFault == Misbehaviour.DuplicatePage ? page - 1 : page;
        var first = (int)Math.Min((long)(shownPage - 1) * size, total);
        var count = Math.Min(size, total - first);
        if (call.ListFault == Misbehaviour.ShortList)
        {
            count = Math.Max(0, count - 1);
        }

        var data = new List<TData>(count);
        for (var index = first; index < first + count; index++)
        {
            data.Add(show(rows[index]));
        }

        var pages = (total + size - 1) / size;
        return Answers.Of(200, new ListEnvelope<TData>(new PageFacts(size, total, pages, page), data, Links(call, page, pages)));
    }

    private static PageLinks Links(OperationCall call, int page, int pages)
    {
        string To(int number) => $"{call.Path}?{call.Query.WithPage(number)}";
        return new PageLinks(To(page), To(1), To(Math.Max(1, pages)))
        {
            Previous = page > 1 ? To(page - 1) : null,
            Next = page < pages ? To(page + 1) : null,
        };
    }

    private static int? Number(string? text, int fallback)
    {
        if (text is null)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
