using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Kontor.ContractTable;

internal sealed class OperationReader(YamlMappingNode root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private readonly SchemaReader _schemas = new(root);

    public IEnumerable<OperationFacts> Read() =>
        from path in root.Map("paths")!.Children
        let item = (YamlMappingNode)path.Value
        from method in Methods
        let operation = item.Map(method)
        where operation is not null
        select Read(((YamlScalarNode)path.Key).Value!, method, operation);

    private OperationFacts Read(string path, string method, YamlMappingNode operation)
    {
        var parameters = operation.Sequence("parameters").Cast<YamlMappingNode>().ToList();
        return new OperationFacts(
            operation.Text("operationId")!,
            method.ToUpperInvariant(),
            path,
            parameters.Where(parameter => parameter.Text("in") == "query")
                .ToDictionary(parameter => parameter.Text("name")!, parameter => parameter.Map("schema")?.Text("type") ?? "string"),
            [.. parameters.Where(parameter => parameter.Text("in") == "header" && parameter.Flag("required"))
                .Select(parameter => parameter.Text("name")!)],
            SuccessStatus(operation),
            Body(operation));
    }

    private static int SuccessStatus(YamlMappingNode operation) =>
        operation.Map("responses")!.Children.Keys
            .Select(key => int.Parse(((YamlScalarNode)key).Value!, CultureInfo.InvariantCulture))
            .Where(status => status < 300)
            .Min();

    private BodyFacts? Body(YamlMappingNode operation)
    {
        var body = operation.Map("requestBody");
        var schema = body?.Map("content")?.Map("application/json")?.Map("schema");
        return schema is null ? null : new BodyFacts(body!.Flag("required"), _schemas.Fields(schema));
    }
}
