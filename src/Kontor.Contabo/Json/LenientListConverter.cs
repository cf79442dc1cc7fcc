using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Contabo.Json;

/// <summary>A list; a single element in its place is a list of one, anything else is null. Elements of a wrong kind are left out.</summary>
/// <typeparam name="T">The element.</typeparam>
internal sealed class LenientListConverter<T> : JsonConverter<IReadOnlyList<T>?>
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return TryReadElement(ref reader, element, out var only) ? [only] : null;
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (TryReadElement(ref reader, element, out var item))
            {
                list.Add(item);
            }
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonSerializerOptions options)
    {
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value ?? [])
        {
            JsonSerializer.Serialize(writer, item, element);
        }

        writer.WriteEndArray();
    }

    private static bool TryReadElement(ref Utf8JsonReader reader, JsonTypeInfo<T> element, out T item)
    {
        var fits = reader.TokenType == JsonTokenType.StartObject
            ? element.Kind == JsonTypeInfoKind.Object
            : element.Kind == JsonTypeInfoKind.None && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null);
        if (!fits)
        {
            reader.Skip();
            item = default!;
            return false;
        }

        item = element.ReadHere(ref reader)!;
        return item is not null;
    }
}
