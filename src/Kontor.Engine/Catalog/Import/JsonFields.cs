using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>The kinds of fields a catalogue file has, each with the sentence that says how to write it.</summary>
internal static partial class JsonFields
{
    /// <summary>More than any plan costs, and small enough that sums over years stay exact.</summary>
    private const decimal HighestAmount = 1_000_000m;

    public static string Text(this JsonObjectReader reader, string name, int maxLength) =>
        reader.Required(name) is not { } value ? ""
        : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0 && text.Length <= maxLength
            ? text
            : reader.Refuse(name, value, $"write a text of 1 to {maxLength} characters", "");

    public static string Slug(this JsonObjectReader reader, string name, int maxLength) =>
        reader.Required(name) is not { } value ? ""
        : value.ValueKind == JsonValueKind.String && IsSlug(value.GetString()!, maxLength)
            ? value.GetString()!
            : reader.Refuse(name, value, $"write 1 to {maxLength} letters, digits, dots and dashes", "");

    public static bool IsSlug(string text, int maxLength) => text.Length <= maxLength && SlugPattern().IsMatch(text);

    public static string ImageId(this JsonObjectReader reader, string name) =>
        reader.Required(name) is not { } value ? ""
        : value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id)
            ? id.ToString("D")
            : reader.Refuse(name, value, "write the image's UUID as the provider lists it", "");

    public static int Whole(this JsonObjectReader reader, string name, int min, int max) =>
        reader.Required(name) is { } value ? (int)reader.WholeOf(name, value, min, max) : min;

    public static long Mebibytes(this JsonObjectReader reader, string name) =>
        reader.Required(name) is { } value ? reader.WholeOf(name, value, 1, 1L << 40) : 1;

    public static long? OptionalMebibytes(this JsonObjectReader reader, string name) =>
        reader.Optional(name) is { } value ? reader.WholeOf(name, value, 1, 1L << 40) : null;

    /// <summary>An amount in hundredths of a minor unit.</summary>
    public static long Amount(this JsonObjectReader reader, string name, bool zeroAllowed) =>
        reader.Required(name) is not { } value ? 0
        : value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var amount)
            ? reader.Refuse(name, value, "write an amount as a number, for example 4.50", 0L)
        : amount < 0 ? reader.Refuse(name, value, "an amount is never negative", 0L)
        : amount == 0 && !zeroAllowed
            ? reader.Refuse(name, value, "no plan is free of charge; leave the entry out where the price is not known", 0L)
        : amount > HighestAmount ? reader.Refuse(name, value, $"an amount is at most {HighestAmount:0}", 0L)
        : decimal.Truncate(amount * 10_000m) != amount * 10_000m
            ? reader.Refuse(name, value, "an amount has at most four decimals, a hundredth of a cent", 0L)
        : decimal.ToInt64(amount * 10_000m);

    public static DateOnly Day(this JsonObjectReader reader, string name) =>
        reader.Required(name) is { } value ? reader.DayOf(name, value) : default;

    public static DateOnly? OptionalDay(this JsonObjectReader reader, string name) =>
        reader.Optional(name) is { } value ? reader.DayOf(name, value) : null;

    public static bool OptionalFlag(this JsonObjectReader reader, string name) =>
        reader.Optional(name) is { } value && (value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => reader.Refuse(name, value, "write true or false", false),
        });

    public static T OneOf<T>(this JsonObjectReader reader, string name, IReadOnlyDictionary<string, T> choices) =>
        reader.Required(name) is not { } value ? choices.Values.FirstOrDefault()!
        : value.ValueKind == JsonValueKind.String && choices.TryGetValue(value.GetString()!, out var choice)
            ? choice
            : reader.Refuse(name, value, CatalogProblems.Choices(value.ToString(), choices.Keys), choices.Values.FirstOrDefault()!);

    public static Currency Currency(this JsonObjectReader reader, string name) =>
        reader.Required(name) is not { } value ? default
        : value.ValueKind == JsonValueKind.String && Common.Currency.TryParse(value.GetString(), out var currency)
            ? currency
            : reader.Refuse(name, value, "write its ISO 4217 code, for example EUR", default(Currency));

    private static DateOnly DayOf(this JsonObjectReader reader, string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : reader.Refuse(name, value, "write a day that exists as year-month-day, for example 2026-04-24", default(DateOnly));

    private static long WholeOf(this JsonObjectReader reader, string name, JsonElement value, long min, long max) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= min && number <= max
            ? number
            : reader.Refuse(name, value, $"write a whole number from {min} to {max}", min);

    private static T Refuse<T>(this JsonObjectReader reader, string name, JsonElement value, string cure, T instead)
    {
        reader.Fault(name, $"is {JsonObjectReader.Shown(value)}: {cure}.");
        return instead;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]*\z")]
    private static partial Regex SlugPattern();
}
