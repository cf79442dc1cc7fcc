using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kontor.Cli.Tests.Common.Routes;

/// <summary>One route as the description of the REST API has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, with <c>{id}</c> for an id.</param>
/// <param name="Parameters">The parameters of its query, without those of paging, which every list has.</param>
/// <param name="Fields">The fields of its body.</param>
/// <param name="IsLong">Whether it opens an operation, which can be waited for.</param>
internal sealed partial record Route(string Name, string Method, string Path, IReadOnlyList<string> Parameters, IReadOnlyList<string> Fields, bool IsLong)
{
    private static readonly string[] OfPaging = ["cursor", "limit"];

    /// <summary>Gets all there are.</summary>
    public static IReadOnlyList<Route> All { get; } = [.. Read()];

    /// <summary>Whether a request, as method and path with query, is one for this route.</summary>
    public bool IsAskedBy(string request) =>
        Regex.IsMatch(request.Split('?')[0], $"^{Method} {Id().Replace(Path, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<Route> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "reference", "openapi.json")));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                var name = method.Value.GetProperty("operationId").GetString()!;
                var isLong = method.Value.GetProperty("responses").TryGetProperty("202", out _);
                yield return new Route(name, method.Name.ToUpperInvariant(), path.Name, [.. ParametersOf(method.Value)], [.. FieldsOf(method.Value, schemas)], isLong);
            }
        }
    }

    private static IEnumerable<string> ParametersOf(JsonElement operation) =>
        !operation.TryGetProperty("parameters", out var parameters) ? [] : parameters.EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!)
            .Except(OfPaging);

    private static IEnumerable<string> FieldsOf(JsonElement operation, JsonElement schemas)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return [];
        }

        var reference = body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        return schemas.GetProperty(reference.Split('/')[^1]).GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
