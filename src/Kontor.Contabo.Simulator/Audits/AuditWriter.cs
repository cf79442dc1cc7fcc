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
        var row = new AuditRow(
            world.Ids.NextAudit(), kind, call.Account.ClientId, action, world.Now, call.Account.UserId, call.Account.ApiUser,
            call.RequestId, call.TraceId ?? "",
            resource.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value, CloudJson.Options)),
            JsonSerializer.SerializeToElement(new { prev = prev ?? new { }, @new = next ?? new { } }, CloudJson.Options));
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
}
