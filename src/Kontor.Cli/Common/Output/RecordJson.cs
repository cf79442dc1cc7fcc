using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kontor.Api;

namespace Kontor.Cli.Common.Output;

/// <summary>Records as JSON, exactly as REST has them.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(KontorJson.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(KontorJson.Options.TypeInfoResolver, CliJsonContext.Default),
    };

    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    public static JsonElement Element<T>(T record) => JsonSerializer.SerializeToElement(record, TypeOf<T>());

    /// <summary>The record in one line.</summary>
    public static string Line<T>(T record) => JsonSerializer.Serialize(record, TypeOf<T>());

    /// <summary>The record in lines, without a line end after the last.</summary>
    public static string Lines<T>(T record)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            JsonSerializer.Serialize(writer, record, TypeOf<T>());
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
