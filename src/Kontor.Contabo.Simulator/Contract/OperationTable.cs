using System.Collections.Frozen;

namespace Kontor.Contabo.Simulator.Contract;

/// <summary>All published operations, with our overlay of rules that the description lacks, and the way from a path to one.</summary>
internal sealed class OperationTable
{
    private readonly FrozenDictionary<(string Method, int Segments), Route[]> _routes;

    private OperationTable(IReadOnlyList<Operation> operations)
    {
        Operations = operations;
        _routes = operations.Select(operation => new Route(operation))
            .GroupBy(route => (route.Operation.Method, route.Segments.Length))
            // A literal segment is meant before a parameter: /instances/audits is no instance called "audits".
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(route => route.Pattern, StringComparer.Ordinal).ToArray());
    }

    public static OperationTable Committed { get; } = Load();

    public IReadOnlyList<Operation> Operations { get; }

    public (Operation Operation, IReadOnlyDictionary<string, string> Values)? Find(string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        foreach (var route in _routes.GetValueOrDefault((method, segments.Length)) ?? [])
        {
            if (route.Match(segments) is { } values)
            {
                return (route.Operation, values);
            }
        }

        return null;
    }

    private static OperationTable Load()
    {
        var overlay = EmbeddedFile.Read<OverlayFile>("Contract.overlay.json").Rules.ToLookup(rule => rule.OperationId);
        var operations = EmbeddedFile.Read<OperationsFile>("Contract.operations.json").Operations;
        return new OperationTable([.. operations.Select(operation => Overlay(operation, overlay[operation.OperationId]))]);
    }

    private static Operation Overlay(Operation operation, IEnumerable<OverlayRule> rules)
    {
        foreach (var rule in rules)
        {
            var fields = operation.Body!.Fields;
            fields[rule.Field] = fields[rule.Field] with { Pattern = rule.Pattern, PatternMessage = rule.Message };
        }

        return operation;
    }

    internal sealed record OperationsFile(int Count, IReadOnlyList<Operation> Operations);

    internal sealed record OverlayFile(IReadOnlyList<OverlayRule> Rules);

    internal sealed record OverlayRule(string OperationId, string Field, string Pattern, string Message, string Standing, string? Date);
}
