namespace Kontor.Cli.Common.Help;

/// <summary>Guesses what a misspelt word was to be.</summary>
internal static class Nearest
{
    private const int LongestWord = 64;
    private const int ShortestBeginning = 2;

    /// <summary>The known word that differs least, if it differs little, or that begins so.</summary>
    public static string? To(string word, IReadOnlyList<string> known)
    {
        if (word.Length > LongestWord || known.Contains(word))
        {
            return null;
        }

        var nearest = known.Select(one => (Word: one, Steps: Distance(word, one))).OrderBy(one => one.Steps).FirstOrDefault();
        return nearest.Word is { } guess && nearest.Steps <= Math.Max(1, guess.Length / 3)
            ? guess
            : known.FirstOrDefault(one => word.Length > ShortestBeginning && one.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>How many letters must be put in, taken out or replaced to get from one to the other, whatever their case.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
