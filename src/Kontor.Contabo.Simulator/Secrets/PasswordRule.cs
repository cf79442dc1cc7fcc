namespace Kontor.Contabo.Simulator.Secrets;

/// <summary>
/// Documented in prose (the pattern in the description lost its backslashes): upper and lower case, and one digit with
/// two specials or three digits with one special.
/// </summary>
internal static class PasswordRule
{
    private const string Specials = "!@#$^&*?_~";

    public const string Message = "value must be a password with upper and lower case letters, digits and special characters of !@#$^&*?_~";

    public static bool Holds(string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        var specials = value.Count(character => Specials.Contains(character, StringComparison.Ordinal));
        return value.Any(char.IsAsciiLetterUpper) && value.Any(char.IsAsciiLetterLower)
            && ((digits >= 1 && specials >= 2) || (digits >= 3 && specials >= 1));
    }
}
