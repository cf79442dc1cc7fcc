using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using YamlDotNet.RepresentationModel;

namespace Kontor.ContractTable;

/// <summary>Turns an OpenAPI document into our own table of facts: what is called how, and what a body must look like.</summary>
public static class ContractTableWriter
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the table of all operations, ordered by path and method, so that a new spec gives a readable difference.</summary>
    public static string Write(string openApiYaml)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(openApiYaml));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var operations = new OperationReader(root).Read()
            .OrderBy(operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(operation => operation.Method, StringComparer.Ordinal)
            .ToList();
        return JsonSerializer.Serialize(new OperationsFile(operations.Count, operations), Format) + "\n";
    }
}
