using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Api.Common;

/// <summary>Decimals travel as text, because many readers of JSON numbers lose digits.</summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal>
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueTextEquals("") && reader.GetString() is var text && text![0] != '+'
        && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString("0.00##", CultureInfo.InvariantCulture));
    }
}
