namespace Kontor.Engine.Common;

/// <summary>
/// The word in an instance's display name by which its purchase is found again: <c>k-</c> and twelve letters or digits.
/// </summary>
/// <remarks>Contabo takes only letters, digits, blanks and <c>-</c> there. A label may change, the marker never does.</remarks>
public readonly record struct Marker
{
    private const string Prefix = "k-";
    private const int TokenLength = 12;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private Marker(string value) => Value = value;

    /// <summary>Gets the whole word.</summary>
    public string Value { get; }

    /// <summary>Makes a new marker: 60 random bits.</summary>
    public static Marker New(IIdSource ids)
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        ids.Fill(bytes);
        Span<char> token = stackalloc char[TokenLength];
        for (var i = 0; i < TokenLength; i++)
        {
            token[i] = Alphabet[bytes[i] & 31];
        }

        return new Marker(string.Concat(Prefix, token));
    }

    /// <summary>Reads a stored marker.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static Marker Parse(string value) => IsMarker(value) ? new Marker(value) : throw new FormatException($"'{value}' is not a marker.");

    /// <summary>Finds the marker in a display name: exactly one word of its form, else none.</summary>
    public static Marker? In(string? displayName)
    {
        var words = (displayName ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsMarker).ToList();
        return words.Count == 1 ? new Marker(words[0]) : null;
    }

    /// <summary>The display name an instance gets: the label, a blank, the marker.</summary>
    public string DisplayName(string label) => label.Length == 0 ? Value : $"{label} {Value}";

    public override string ToString() => Value;

    private static bool IsMarker(string word) =>
        word.Length == Prefix.Length + TokenLength && word.StartsWith(Prefix, StringComparison.Ordinal) && word[Prefix.Length..].All(Alphabet.Contains);
}
