using System.Globalization;
using System.Text.Json;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Contract;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator;

/// <summary>A request that passed the gate: who calls which operation on what.</summary>
internal sealed record OperationCall
{
    public required World World { get; init; }

    public required AccountSettings Account { get; init; }

    public required Operation Operation { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, string> PathValues { get; init; }

    public required QueryValues Query { get; init; }

    public required JsonElement Body { get; init; }

    public required string RequestId { get; init; }

    public string? TraceId { get; init; }

    /// <summary>What fault decisions are keyed by.</summary>
    public required FaultSubject Subject { get; init; }

    /// <summary>A misbehaviour of lists that changes what this page shows.</summary>
    public Misbehaviour? ListFault { get; init; }

    public string Key(string name) => PathValues[name];

    /// <summary>A numeric id from the path; text that is no number names nothing that exists.</summary>
    public long Id(string name) =>
        long.TryParse(PathValues[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    public string? Text(string field) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A field of the body; null when it is absent or null.</summary>
    public JsonElement? Field(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public FaultHit? NextFault(FaultCategory category) => World.Faults.Next(category, Operation, Subject);
}
