using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.History;

/// <summary>Adds to a machine's time line what the mirror shows.</summary>
public sealed class KeepTimeline(TimelineStore timeline)
{
    /// <summary>So many rows are looked through for one that tells of the same.</summary>
    internal const int Recent = 30;

    /// <summary>An act that the audit told of shows in the list within this time.</summary>
    private static readonly TimeSpan Shows = TimeSpan.FromMinutes(30);

    /// <summary>Adds what happened between two looks.</summary>
    /// <returns>What was added: its kind, and by whom it was.</returns>
    public async Task<IReadOnlyList<(string Kind, string Origin)>> NoteAsync(UnitOfWork unit, Resource resource, InstanceRow before, InstanceRow now)
    {
        var added = new List<(string Kind, string Origin)>();
        var differences = MirrorDifference.Between(before, now).ToList();
        if (differences.Count == 0)
        {
            return added;
        }

        var recent = await TimelineStore.NewestAsync(unit, resource.Id, Recent);
        foreach (var difference in differences)
        {
            if (difference.OfItself || !(await TryGoOnAsync(unit, difference, recent) || await TryFillInAsync(unit, difference, recent)))
            {
                added.Add((difference.Kind, await AddAsync(unit, resource, difference, recent)));
            }
        }

        return added;
    }

    /// <summary>Adds something that a list showed beside the machine's own row.</summary>
    public async Task NoteAsync(UnitOfWork unit, Resource resource, string kind, string origin)
    {
        var recent = await TimelineStore.NewestAsync(unit, resource.Id, Recent);
        if (!await TryFillInAsync(unit, new MirrorDifference(kind, null, null), recent))
        {
            await timeline.AddAsync(unit, new TimelineEntry { Id = "", ResourceId = resource.Id, Kind = kind, Origin = origin, Observed = true });
        }
    }

    private async Task<string> AddAsync(UnitOfWork unit, Resource resource, MirrorDifference difference, List<TimelineEntry> recent)
    {
        var own = difference.OfItself ? null : await OwnActs.ExplainingAsync(unit, resource, difference.Kind, recent);
        var origin = difference.OfItself ? TimelineOrigin.Provider : own is null ? TimelineOrigin.Outside : TimelineOrigin.Kontor;
        await timeline.AddAsync(unit, new TimelineEntry
        {
            Id = "",
            ResourceId = resource.Id,
            Kind = difference.Kind,
            Before = difference.Before,
            After = difference.After,
            Origin = origin,
            Actor = own?.Actor,
            OperationId = own?.Operation,
            RequestId = own?.RequestId,
            Observed = true,
        });
        return origin;
    }

    /// <summary>What was seen to begin shows its image only now: that is one act, and one row.</summary>
    private static async Task<bool> TryGoOnAsync(UnitOfWork unit, MirrorDifference difference, List<TimelineEntry> recent)
    {
        if (!difference.GoesOn || recent.Find(row => row.Kind == difference.Kind) is not { } begun)
        {
            return false;
        }

        await TimelineStore.FillInAsync(unit, begun with { Before = begun.Before ?? difference.Before, After = difference.After, Observed = true });
        return true;
    }

    /// <summary>The audit or our own doing told of it before the list showed it.</summary>
    private static async Task<bool> TryFillInAsync(UnitOfWork unit, MirrorDifference difference, List<TimelineEntry> recent)
    {
        var told = recent.Find(row => !row.Observed && TellOfTheSame(row.Kind, difference.Kind) && row.At + Shows > unit.Now);
        if (told is null)
        {
            return false;
        }

        await TimelineStore.FillInAsync(
            unit, told with { Before = told.Before ?? difference.Before, After = told.After ?? difference.After, Observed = true });
        return true;
    }

    /// <summary>The audit calls deleted what a list lacks.</summary>
    internal static bool TellOfTheSame(string inAudit, string inMirror) =>
        inAudit == inMirror || (inAudit == TimelineKind.Deleted && inMirror == TimelineKind.Missing);
}
