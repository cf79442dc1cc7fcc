using System.Globalization;
using System.Text;

namespace Kontor.Engine.Common;

/// <summary>Text that shows as what it is: nothing in it is invisible, reverses what stands beside it, or ends a line.</summary>
public static class PlainText
{
    private const int LongestShown = 60;

    /// <summary>Whether a text is plain. Joiners are: emoji and some scripts need them.</summary>
    public static bool Is(string text) => text.EnumerateRunes().All(IsPlain);

    /// <summary>Whether a text is plain, not blank, and no longer than allowed.</summary>
    public static bool IsLine(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && Is(text);

    /// <summary>A text of the caller's as a sentence may repeat it: not for pages, and on one line.</summary>
    public static string Shown(string text)
    {
        var end = text.Length <= LongestShown ? text.Length : char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
        return string.Concat(text[..end].EnumerateRunes().Select(letter => IsPlain(letter) ? letter.ToString() : " ")) + (end < text.Length ? "..." : "");
    }

    private static bool IsPlain(Rune letter) => letter.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
