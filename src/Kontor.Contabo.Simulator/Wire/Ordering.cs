namespace Kontor.Contabo.Simulator.Wire;

/// <summary>Applies orderBy. A field nobody can sort by is passed over (Assumed), like every unknown parameter.</summary>
internal static class Ordering
{
    public static IReadOnlyList<T> Apply<T>(
        QueryValues query, IReadOnlyList<T> rows, IReadOnlyDictionary<string, Func<T, IComparable?>> fields)
    {
        IOrderedEnumerable<T>? ordered = null;
        foreach (var wish in query.All("orderBy").SelectMany(text => text.Split(',')))
        {
            var parts = wish.Split(':');
            if (!fields.TryGetValue(parts[0], out var field))
            {
                continue;
            }

            var descending = parts.Length > 1 && parts[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
            ordered = Next(ordered, rows, field, descending);
        }

        return ordered?.ToList() ?? rows;
    }

    private static IOrderedEnumerable<T> Next<T>(
        IOrderedEnumerable<T>? ordered, IReadOnlyList<T> rows, Func<T, IComparable?> field, bool descending) => (ordered, descending) switch
        {
            (null, false) => rows.OrderBy(field),
            (null, true) => rows.OrderByDescending(field),
            ({ } known, false) => known.ThenBy(field),
            ({ } known, true) => known.ThenByDescending(field),
        };
}
