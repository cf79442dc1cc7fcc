using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Kontor.ContractTable;

internal static class YamlFacts
{
    public static YamlNode? Get(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static YamlMappingNode? Map(this YamlMappingNode node, string key) => node.Get(key) as YamlMappingNode;

    public static IEnumerable<YamlNode> Sequence(this YamlMappingNode node, string key) =>
        node.Get(key) is YamlSequenceNode sequence ? sequence : [];

    public static string? Text(this YamlMappingNode node, string key) => (node.Get(key) as YamlScalarNode)?.Value;

    public static bool Flag(this YamlMappingNode node, string key) => node.Text(key) == "true";

    public static long? Whole(this YamlMappingNode node, string key) =>
        node.Text(key) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static decimal? Number(this YamlMappingNode node, string key) =>
        node.Text(key) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
