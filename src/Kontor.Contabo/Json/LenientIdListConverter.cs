using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>A list of ids; the description's own example of one is the text "[123, 125]", so that is read too.</summary>
internal sealed class LenientIdListConverter : JsonConverter<IReadOnlyList<long>?>
{
    private static readonly LenientInt64Converter Id = new();

    public override IReadOnlyList<long>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return FromText(LenientText.Read(ref reader));
        }

        var ids = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Id.Read(ref reader, typeof(long?), options) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<long>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var id in value ?? [])
        {
            writer.WriteNumberValue(id);
        }

        writer.WriteEndArray();
    }

    private static List<long>? FromText(string? text)
    {
        var ids = new List<long>();
        foreach (var part in text?.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return text is null ? null : ids;
    }
}
