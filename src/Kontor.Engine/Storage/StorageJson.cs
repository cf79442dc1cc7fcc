using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Engine.Storage;

/// <summary>How JSON is written into columns: camelCase, enums by name, nothing for null.</summary>
internal static class StorageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
