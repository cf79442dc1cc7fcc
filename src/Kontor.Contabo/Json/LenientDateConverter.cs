using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>A calendar day, also when a time follows it: the day as spelled counts. Null, empty or no date is null.</summary>
internal sealed class LenientDateConverter : JsonConverter<DateOnly?>
{
    private const int DayLength = 10;

    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(LenientText.Read(ref reader)?.Trim());

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } day)
        {
            writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static DateOnly? Parse(string? text) =>
        text is { Length: >= DayLength }
        && (text.Length == DayLength || LenientInstantConverter.TryParse(text, out _))
        && DateOnly.TryParseExact(text.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
