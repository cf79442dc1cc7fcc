using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Contabo.Json;

/// <summary>Reads a value inside another one.</summary>
internal static class InnerValue
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader at its end.</summary>
    /// <remarks><see cref="JsonSerializer"/> would first look for that end, and so go through each inner value twice.</remarks>
    public static T? ReadHere<T>(this JsonTypeInfo<T> type, ref Utf8JsonReader reader) =>
        ((JsonConverter<T>)type.Converter).Read(ref reader, typeof(T), type.Options);
}
