using System.Text.Json;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Audits;

/// <summary>Writes the row of an accepted change. Refused calls leave none (Assumed).</summary>
internal static class AuditWriter
{
    public static void Write(OperationCall call, AuditKind kind, string action, IReadOnlyDictionary<string, object> resource, object? prev, object? next)
    {
        var world = call.World;
        var row = Row(world, AuditAuthor.Of(call), kind, action, resource, prev, next);
        var hit = call.NextFault(FaultCategory.Audit);
        switch (hit?.Misbehaviour)
        {
            case Misbehaviour.MissingAudit:
                break;
            case Misbehaviour.LateAudit:
                world.Agenda.Add(world.Now + (hit.Delay ?? world.Options.LateAuditAfter), new LateAudit(row));
                break;
            default:
                world.Audits.Show(row);
                break;
        }
    }

    /// <summary>The row of a change that no call made; no fault hits it.</summary>
    public static void Write(
        World world, AuditAuthor author, AuditKind kind, string action, IReadOnlyDictionary<string, object> resource, object? prev, object? next) =>
        world.Audits.Show(Row(world, author, kind, action, resource, prev, next));

    private static AuditRow Row(
        World world, AuditAuthor author, AuditKind kind, string action, IReadOnlyDictionary<string, object> resource, object? prev, object? next) =>
        new(
            world.Ids.NextAudit(), kind, author.Account, action, world.Now, author.UserId, author.Username, author.RequestId, author.TraceId,
            resource.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value, CloudJson.Options)),
            JsonSerializer.SerializeToElement(new { prev = prev ?? new { }, @new = next ?? new { } }, CloudJson.Options));
}
