namespace Kontor.Engine.Catalog;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Longer texts are no slips of the pen, and comparing them costs their product.</summary>
    private const int LongestCompared = 64;

    /// <summary>The names that take the fewest changed letters to become, the nearest first.</summary>
    public static IEnumerable<string> To(string text, IEnumerable<string> names, int count)
    {
        var wanted = text[..Math.Min(text.Length, LongestCompared)].ToUpperInvariant();
        return names
            .OrderBy(name => Distance(wanted, name.ToUpperInvariant()))
            .ThenBy(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal)
            .Take(count);
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
