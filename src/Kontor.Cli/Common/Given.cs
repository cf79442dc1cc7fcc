using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Kontor.Cli.Common;

/// <summary>Makes options whose values are checked in one sentence.</summary>
internal static class Given
{
    private delegate bool TryRead<T>(string text, out T value);

    public static Option<string?> Text(string name, string help, string value = "TEXT") => new(name) { Description = help, HelpName = value };

    public static Option<string?> Choice(string name, string help, params string[] words)
    {
        var option = Make<string?>(
            name, help, string.Join('|', words), $"one of {string.Join(", ", words)}", (string text, out string? value) => words.Contains(value = text));
        option.CompletionSources.Add(words);
        return option;
    }

    public static Option<int?> Number(string name, string help, int least, int most = int.MaxValue) => Make(
        name, help, "N", most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}", (string text, out int? value) =>
        {
            value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            return value >= least && value <= most;
        });

    public static Option<long?> Place(string name, string help) => Make(name, help, "N", "a whole number from 0", (string text, out long? value) =>
    {
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value is not null;
    });

    public static Option<DateOnly?> Day(string name, string help) => Make(
        name, help, "YYYY-MM-DD", "a day such as 2026-11-01", (string text, out DateOnly? value) =>
        {
            value = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            return value is not null;
        });

    /// <summary>An instant; without its offset it would be another one on another machine.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string help) => Make(
        name, help, "INSTANT", "an instant with its offset such as 2026-11-01T12:00:00Z", (string text, out DateTimeOffset? value) =>
        {
            value = DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                && text.Length > "2026-11-01T12:00:00".Length ? instant : null;
            return value is not null;
        });

    /// <summary>A text that can be given several times, one each.</summary>
    public static Option<string[]> Texts(string name, string help, string value) => new(name)
    {
        Description = help,
        HelpName = value,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<decimal?> Amount(string name, string help) => Make(
        name, help, "AMOUNT", "an amount such as 4.50", (string text, out decimal? value) =>
        {
            value = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
            return value is not null;
        });

    /// <summary>A text that only so many visible ASCII characters make up.</summary>
    public static Option<string?> Visible(string name, string help, string value, int most) => Make(
        name, help, value, $"1 to {most} visible ASCII characters", (string text, out string? read) =>
        {
            read = text;
            return text.Length >= 1 && text.Length <= most && text.All(letter => letter is > ' ' and <= '~');
        });

    public static Option<bool> Flag(string name, string help, params string[] aliases) => new(name, aliases) { Description = help };

    /// <summary>Makes an option one that must be given.</summary>
    public static Option<T> Needed<T>(this Option<T> option)
    {
        option.Required = true;
        return option;
    }

    private static Option<T> Make<T>(string name, string help, string value, string expected, TryRead<T> read) => new(name)
    {
        Description = help,
        HelpName = value,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Read(result, name, expected, read),
    };

    private static T? Read<T>(ArgumentResult result, string name, string expected, TryRead<T> read)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (read(text, out var value))
        {
            return value;
        }

        result.AddError($"{name} must be {expected}, not '{text}'.");
        return default;
    }
}
