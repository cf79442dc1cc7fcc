using System.Text.Json;

namespace Kontor.Contabo.Simulator.Audits;

internal enum AuditKind
{
    Instances,
    Images,
    Secrets,
    Tags,
    Assignments,
    InstanceActions,
    Snapshots,
}

internal sealed record AuditRow(
    long Id,
    AuditKind Kind,
    string Account,
    string Action,
    DateTimeOffset Timestamp,
    string ChangedBy,
    string Username,
    string RequestId,
    string TraceId,
    IReadOnlyDictionary<string, JsonElement> Resource,
    JsonElement Changes)
{
    public string Key(string field) => Resource.TryGetValue(field, out var value) ? value.ToString() : "";
}
