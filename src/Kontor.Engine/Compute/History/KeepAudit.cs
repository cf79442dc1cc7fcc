using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.History;

/// <summary>Puts a row of the provider's audit into the time line: onto the row that waits for it, or as a row of its own.</summary>
public sealed class KeepAudit(TimelineStore timeline, OutsideFindings findings)
{
    /// <summary>The provider's clock may differ from ours by so much.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>Keeps it. An act on a machine that is none of ours has no time line.</summary>
    internal async Task KeepAsync(UnitOfWork unit, AccountId account, AuditAct act)
    {
        if (await ResourceStore.FindAsync(unit, account, act.Machine) is not { } resource)
        {
            return;
        }

        var recent = await TimelineStore.NewestAsync(unit, resource.Id, KeepTimeline.Recent);
        if (recent.Exists(row => row.AuditId == act.Id))
        {
            return;
        }

        var own = act.RequestId is null ? null : await OwnActs.FindAsync(unit, act.RequestId);
        var ours = own is null ? null : recent.Find(row => row.AuditId is null && row.OperationId == own.Operation && row.Kind == act.Kind);
        ours ??= act.Kind == TimelineKind.Bought ? recent.Find(row => row is { AuditId: null, Kind: TimelineKind.Bought }) : null;
        ours ??= act.RequestId is null ? null : await TimelineStore.FindByRequestAsync(unit, resource.Id, act.RequestId);
        if (ours is not null)
        {
            await TimelineStore.FillInAsync(unit, ours with { AuditId = act.Id, RequestId = act.RequestId, ActedAt = act.At, OperationId = ours.OperationId ?? own?.Operation });
        }
        else if (own is not null)
        {
            await timeline.AddAsync(unit, NewEntry(resource, act) with { Origin = TimelineOrigin.Kontor, Actor = own.Actor, OperationId = own.Operation });
        }
        else
        {
            await OutsideAsync(unit, resource, act, recent);
        }
    }

    private async Task OutsideAsync(UnitOfWork unit, Resource resource, AuditAct act, List<TimelineEntry> recent)
    {
        // The oldest that waits: acts of a kind are told of in the order they were done.
        var waiting = recent.FindLast(row => row is { Origin: TimelineOrigin.Outside, AuditId: null }
            && KeepTimeline.TellOfTheSame(act.Kind, row.Kind) && row.At + ClockDifference >= act.At);
        if (waiting is not null)
        {
            await TimelineStore.FillInAsync(
                unit, waiting with { AuditId = act.Id, RequestId = act.RequestId, Actor = act.Who ?? "a user without a name", ActedAt = act.At });
            await OutsideFindings.AttributeAsync(unit, resource, act);
            return;
        }

        await timeline.AddAsync(unit, NewEntry(resource, act) with { Origin = TimelineOrigin.Outside, Actor = act.Who ?? "a user without a name" });
        if (act.Kind == TimelineKind.Reinstalled)
        {
            await findings.ReinstalledAsync(unit, resource, act);
        }
    }

    private static TimelineEntry NewEntry(Resource resource, AuditAct act) => new()
    {
        Id = "",
        ResourceId = resource.Id,
        Kind = act.Kind,
        Before = act.Before,
        After = act.After,
        Origin = "",
        ActedAt = act.At,
        RequestId = act.RequestId,
        AuditId = act.Id,
    };
}
