using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Json;

/// <summary>Reads and writes an open set of words; a number or a truth value is taken by its spelling.</summary>
/// <typeparam name="T">The set of words.</typeparam>
public sealed class OpenWordConverter<T> : JsonConverter<T>
    where T : struct, IOpenWord<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.FromWire(LenientText.Read(ref reader) ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
