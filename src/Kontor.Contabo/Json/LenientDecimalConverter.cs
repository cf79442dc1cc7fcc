using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>A number, or a text that spells one; anything else is null.</summary>
internal sealed class LenientDecimalConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.TryParse(LenientText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
