using System.Globalization;
using System.Text;

namespace Kontor.Cli.Common.Output;

/// <summary>Text of others on its way to a terminal: what would steer the terminal is spelt out instead.</summary>
internal static class Visible
{
    /// <summary>The text in one line, with control and format characters as <c>\u001B</c>.</summary>
    public static string Text(string text) => text.EnumerateRunes().Any(Steers) ? Spelt(text) : text;

    /// <summary>Whether a character does something instead of being seen: escape sequences, line ends, changes of direction.</summary>
    public static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The character as YAML spells it between quotes.</summary>
    public static string Spell(Rune rune) => rune.IsBmp ? $"\\u{rune.Value:X4}" : $"\\U{rune.Value:X8}";

    private static string Spelt(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Steers(rune) ? Spell(rune) : rune.ToString()));
}
