using YamlDotNet.RepresentationModel;

namespace Kontor.ContractTable;

internal sealed class SchemaReader(YamlMappingNode root)
{
    private const string Prefix = "#/components/schemas/";

    private readonly YamlMappingNode _schemas = root.Map("components")!.Map("schemas")!;

    public IReadOnlyDictionary<string, FieldFacts> Fields(YamlMappingNode schema)
    {
        var fields = new SortedDictionary<string, FieldFacts>(StringComparer.Ordinal);
        foreach (var part in Parts(schema))
        {
            AddFields(part, fields);
        }

        return fields;
    }

    private void AddFields(YamlMappingNode part, SortedDictionary<string, FieldFacts> fields)
    {
        var required = part.Sequence("required").Select(name => ((YamlScalarNode)name).Value).ToHashSet();
        foreach (var property in part.Map("properties")?.Children.AsEnumerable() ?? [])
        {
            var name = ((YamlScalarNode)property.Key).Value!;
            fields[name] = Field((YamlMappingNode)property.Value) with { Required = required.Contains(name) ? true : null };
        }
    }

    private FieldFacts Field(YamlMappingNode schema)
    {
        var parts = Parts(schema);
        var children = Fields(schema);
        var isArray = parts.Any(part => part.Text("type") == "array");
        var items = parts.Select(part => part.Map("items")).FirstOrDefault(map => map is not null);
        var options = parts.SelectMany(part => part.Sequence("enum")).Select(node => ((YamlScalarNode)node).Value ?? "").ToList();
        return new FieldFacts
        {
            Type = First(parts, part => part.Text("type")) ?? "object",
            Format = First(parts, part => part.Text("format")),
            Nullable = parts.Any(part => part.Flag("nullable")) ? true : null,
            MinLength = parts.Select(part => part.Whole("minLength")).FirstOrDefault(value => value is not null),
            MaxLength = parts.Select(part => part.Whole("maxLength")).FirstOrDefault(value => value is not null),
            Minimum = parts.Select(part => part.Number("minimum")).FirstOrDefault(value => value is not null),
            Maximum = parts.Select(part => part.Number("maximum")).FirstOrDefault(value => value is not null),
            Pattern = First(parts, part => part.Text("pattern")),
            Default = First(parts, part => part.Text("default")),
            Enum = options.Count > 0 ? options : null,
            Items = isArray && items is not null ? Field(items) : null,
            Fields = children.Count > 0 ? children : null,
        };
    }

    /// <summary>The schema itself and all it is composed of: references and allOf, followed to the end.</summary>
    private List<YamlMappingNode> Parts(YamlMappingNode schema)
    {
        if (schema.Text("$ref") is { } reference)
        {
            return Parts(_schemas.Map(reference[Prefix.Length..])!);
        }

        return [schema, .. schema.Sequence("allOf").Cast<YamlMappingNode>().SelectMany(Parts)];
    }

    private static string? First(List<YamlMappingNode> parts, Func<YamlMappingNode, string?> read) =>
        parts.Select(read).FirstOrDefault(value => value is not null);
}
