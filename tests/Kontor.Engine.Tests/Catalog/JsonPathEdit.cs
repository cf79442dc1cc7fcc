using System.Text.Json.Nodes;

namespace Kontor.Engine.Tests.Catalog;

/// <summary>Changes one place of a JSON text, named as a problem names it: <c>products[0].terms[1].months</c>.</summary>
internal static class JsonPathEdit
{
    /// <summary>Puts a JSON value at the place, or takes the field away where there is none to put.</summary>
    public static JsonObject With(this JsonObject root, string path, string? json)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate((JsonNode)root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        switch (json)
        {
            case null:
                parent.AsObject().Remove(steps[^1]);
                break;
            case var _ when int.TryParse(steps[^1], out var index):
                parent.AsArray()[index] = JsonNode.Parse(json);
                break;
            default:
                parent[steps[^1]] = JsonNode.Parse(json);
                break;
        }

        return root;
    }

    /// <summary>Adds a JSON value to the list at the place.</summary>
    public static JsonObject Adding(this JsonObject root, string path, string json)
    {
        root[path]!.AsArray().Add(JsonNode.Parse(json));
        return root;
    }
}
