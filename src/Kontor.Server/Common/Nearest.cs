namespace Kontor.Server.Common;

/// <summary>Guesses what a misspelt name was to be.</summary>
internal static class Nearest
{
    private const int LongestName = 64;

    /// <summary>The known name that differs least, if it differs little.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        var nearest = known.Select(one => (Name: one, Steps: Distance(name.ToUpperInvariant(), one.ToUpperInvariant()))).OrderBy(one => one.Steps).FirstOrDefault();
        return nearest.Name is { } guess && nearest.Steps <= Math.Max(2, guess.Length / 3) ? guess : null;
    }

    /// <summary>How many letters must be put in, taken out or replaced to get from one to the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
