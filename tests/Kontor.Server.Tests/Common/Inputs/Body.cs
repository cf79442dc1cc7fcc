using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>A body in which one thing is changed.</summary>
internal static partial class Body
{
    private const string Mark = "\"@@mark@@\"";

    /// <summary>The body with a value, as JSON text, in the place of a field.</summary>
    public static string With(string body, string path, string json)
    {
        var root = JsonNode.Parse(body)!;
        var (parent, name) = Parent(root, path);
        // Set as a text that is replaced afterwards: what is no valid JSON, such as half a surrogate, is to be sent too.
        Set(parent, name, JsonValue.Create("@@mark@@"));
        return root.ToJsonString().Replace(Mark, json, StringComparison.Ordinal);
    }

    public static bool Has(string body, string path)
    {
        var node = JsonNode.Parse(body);
        foreach (var name in Names(path))
        {
            node = node is JsonObject inside ? inside[name] : null;
        }

        return node is not null;
    }

    public static string Without(string body, string path)
    {
        var root = JsonNode.Parse(body)!;
        var (parent, name) = Parent(root, path);
        ((JsonObject)parent).Remove(name);
        return root.ToJsonString();
    }

    public static string Twice(string body, string path)
    {
        var name = Names(path)[^1];
        var value = Names(path).Aggregate(JsonNode.Parse(body), (node, part) => node![part])!.ToJsonString();
        var mark = With(body, path, "1");
        return mark.Replace($"\"{name}\":1", $"\"{name}\":{value},\"{name}\":{value}", StringComparison.Ordinal);
    }

    private static (JsonNode Parent, string Name) Parent(JsonNode root, string path)
    {
        var names = Names(path);
        var node = root;
        for (var i = 0; i < names.Length - 1; i++)
        {
            node = Into(node, names[i], isList: names[i + 1] == "0");
        }

        return (node, names[^1]);
    }

    private static JsonNode Into(JsonNode node, string name, bool isList)
    {
        if (node is JsonArray list)
        {
            if (list.Count == 0)
            {
                list.Add(new JsonObject());
            }

            return list[0]!;
        }

        return node[name] ??= isList ? new JsonArray() : new JsonObject();
    }

    private static void Set(JsonNode parent, string name, JsonNode value)
    {
        if (parent is JsonArray list)
        {
            list.Clear();
            list.Add(value);
        }
        else
        {
            parent[name] = value;
        }
    }

    private static string[] Names(string path) => Index().Replace(path, ".0").Split('.');

    [GeneratedRegex(@"\[0\]")]
    private static partial Regex Index();
}
