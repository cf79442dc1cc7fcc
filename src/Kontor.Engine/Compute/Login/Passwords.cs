using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute.Login;

/// <summary>Passwords of machines: how one is made, and which one of a caller's own the provider takes.</summary>
internal static class Passwords
{
    public const int Least = 8;
    public const int Most = 64;

    private const string Specials = "!@#$^&*?_~";
    private const int MadeLength = 24;

    /// <summary>64 characters, so that six random bits are one of them: none that is taken for another, none that a shell needs quoted.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#^*?_~";

    /// <summary>Makes a password of 144 random bits that the provider takes.</summary>
    public static SecretText Make(IIdSource ids)
    {
        Span<byte> bytes = stackalloc byte[MadeLength];
        Span<char> letters = stackalloc char[MadeLength];
        do
        {
            ids.Fill(bytes);
            for (var at = 0; at < MadeLength; at++)
            {
                letters[at] = Alphabet[bytes[at] % Alphabet.Length];
            }
        }
        while (!IsStrong(letters));
        bytes.Clear();
        var made = new SecretText(new string(letters));
        letters.Clear();
        return made;
    }

    /// <summary>What is wrong with a password of the caller's own; it is never said back.</summary>
    public static Problem? Check(string password, string field) =>
        password.Length is >= Least and <= Most && password.All(character => character is > ' ' and <= '~') && IsStrong(password)
            ? null
            : ComputeProblems.Field(
                field,
                $"{field} is {Least} to {Most} visible ASCII characters with an upper-case and a lower-case letter, and a digit with two of {Specials} or three digits with one of them.");

    /// <summary>Contabo's rule for passwords, as its description has it in prose.</summary>
    private static bool IsStrong(ReadOnlySpan<char> password)
    {
        var (upper, lower, digits, specials) = (0, 0, 0, 0);
        foreach (var character in password)
        {
            upper += char.IsAsciiLetterUpper(character) ? 1 : 0;
            lower += char.IsAsciiLetterLower(character) ? 1 : 0;
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            specials += Specials.Contains(character, StringComparison.Ordinal) ? 1 : 0;
        }

        return upper > 0 && lower > 0 && ((digits >= 1 && specials >= 2) || (digits >= 3 && specials >= 1));
    }
}
