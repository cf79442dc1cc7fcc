using System.Text.Json;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>A route of the API.</summary>
/// <param name="Operation">Its name.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The address, with names in braces.</param>
/// <param name="Body">The body it takes; null for none.</param>
internal sealed record ApiRoute(string Operation, string Method, string Path, BodyField? Body);

/// <summary>The API as its description in the documentation has it, which a test compares with the one that is served.</summary>
internal sealed class ApiDescription
{
    private readonly JsonElement _document =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "reference", "openapi.json"))).RootElement;

    public static ApiDescription Instance { get; } = new();

    /// <summary>Gets every route, in the order of the description.</summary>
    public IEnumerable<ApiRoute> Routes => _document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method =>
        new ApiRoute(method.Value.GetProperty("operationId").GetString()!, method.Name.ToUpperInvariant(), path.Name, BodyOf(method.Value))));

    /// <summary>Gets those that take a body.</summary>
    public IEnumerable<ApiRoute> RoutesWithBody => Routes.Where(route => route.Body is not null);

    /// <summary>A field whose schema may be a reference, or one with null as its other choice.</summary>
    public BodyField Field(string path, JsonElement schema, bool isRequired)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var other = choices.EnumerateArray().Single(choice => !IsNull(choice));
            return new(path, Resolve(other), isRequired, choices.GetArrayLength() > 1);
        }

        var nullable = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array
            && type.EnumerateArray().Any(name => name.GetString() == "null");
        return new(path, Resolve(schema), isRequired, nullable);
    }

    private static bool IsNull(JsonElement choice) => choice.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";

    private BodyField? BodyOf(JsonElement operation) => operation.TryGetProperty("requestBody", out var body)
        ? Field("", body.GetProperty("content").GetProperty("application/json").GetProperty("schema"), isRequired: true)
        : null;

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? _document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;
}
