using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>A truth value, or a text that spells one; anything else is null.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        bool.TryParse(LenientText.Read(ref reader), out var value) ? value : null;

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } truth)
        {
            writer.WriteBooleanValue(truth);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
