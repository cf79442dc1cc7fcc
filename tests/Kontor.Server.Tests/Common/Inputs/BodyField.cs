using System.Text.Json;

namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>A field of a body, as the API's own description has it.</summary>
/// <param name="Path">Where it stands, as problems name it: <c>subject.kind</c>, <c>sshKeys[0]</c>; empty for the body itself.</param>
/// <param name="Schema">What it may be.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record BodyField(string Path, JsonElement Schema, bool IsRequired, bool IsNullable)
{
    /// <summary>Gets its type: <c>string</c>, <c>integer</c>, <c>boolean</c>, <c>object</c>, <c>array</c> or <c>enum</c>.</summary>
    public string Type => Schema.TryGetProperty("enum", out _) ? "enum" : TypesOf(Schema).First(type => type != "null");

    /// <summary>Gets how its text is read: <c>date</c>, <c>decimal</c> or plain; for a number how wide it is.</summary>
    public string Format => Schema.TryGetProperty("format", out var format) ? format.GetString()! : Schema.TryGetProperty("pattern", out _) ? "decimal" : "plain";

    /// <summary>Whether a path names this field or one within it.</summary>
    public bool Holds(string? path) => path is not null && (path == Path || $"{path}[0]" == Path || path.StartsWith($"{Path}.", StringComparison.Ordinal) || path.StartsWith($"{Path}[", StringComparison.Ordinal));

    /// <summary>The field and all within it.</summary>
    public IEnumerable<BodyField> WithAllInside(ApiDescription description) => Type switch
    {
        "object" => Inner(description).SelectMany(field => field.WithAllInside(description)).Prepend(this),
        "array" => description.Field($"{Path}[0]", Schema.GetProperty("items"), isRequired: false).WithAllInside(description).Prepend(this),
        _ => [this],
    };

    private IEnumerable<BodyField> Inner(ApiDescription description)
    {
        var required = Schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToList() : [];
        return Schema.GetProperty("properties").EnumerateObject().Select(property => description.Field(
            Path.Length > 0 ? $"{Path}.{property.Name}" : property.Name, property.Value, required.Contains(property.Name)));
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
        ? several.EnumerateArray().Select(type => type.GetString()!)
        : [schema.GetProperty("type").GetString()!];
}
