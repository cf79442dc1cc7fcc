using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>Ids and names have been seen as numbers too; their digits are what counts.</summary>
internal sealed class LenientStringConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LenientText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
