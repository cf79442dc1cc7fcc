using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.History;

/// <summary>Tells our own doing from what others do: whatever Kontor sends has an intent.</summary>
internal static class OwnActs
{
    /// <summary>An intent explains what is seen for so long after it, and for as long as its operation is under way: nobody looks while Kontor is down.</summary>
    private static readonly TimeSpan Explains = TimeSpan.FromHours(1);

    /// <summary>What the provider's staff do for a ticket of ours takes days; no setting lets it take longer.</summary>
    private static readonly TimeSpan StaffTakes = TimeSpan.FromDays(60);

    /// <summary>Our act that explains what the mirror shows; null when none does. One act explains one row of a kind.</summary>
    public static async Task<OwnAct?> ExplainingAsync(UnitOfWork unit, Resource resource, string kind, IReadOnlyCollection<TimelineEntry> recent)
    {
        var longest = kind is TimelineKind.RegionChanged or TimelineKind.Reinstalled ? StaffTakes : Explains;
        var sent = await IntentStore.NewestAsync(unit, resource.Account, resource.ProviderId, unit.Now - longest);
        foreach (var intent in sent.Where(one => Causes(one.Action, kind)
            // The audit tells of a ticket when it is opened, long before what it brings about.
            && !recent.Any(row => row.OperationId == one.OperationId && row.Kind == kind && (row.Observed || !IsTicket(one)))))
        {
            if (intent.CreatedAt >= unit.Now - (IsTicket(intent) ? StaffTakes : Explains)
                || await OperationStore.FindAsync(unit, intent.OperationId) is { Status: "pending" or "running" })
            {
                return await OfAsync(unit, intent);
            }
        }

        return null;
    }

    /// <summary>The act of a call of ours; null when none of our intents carried this request id.</summary>
    public static async Task<OwnAct?> FindAsync(UnitOfWork unit, string requestId) =>
        await IntentStore.FindAsync(unit, requestId) is { } intent ? await OfAsync(unit, intent) : null;

    private static async Task<OwnAct> OfAsync(UnitOfWork unit, Intent intent)
    {
        var operation = await OperationStore.FindAsync(unit, intent.OperationId);
        var actor = operation is null ? null : JsonSerializer.Deserialize<Actor>(operation.Actor, StorageJson.Options);
        return new OwnAct(intent.OperationId, intent.RequestId, actor is null ? null : $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(actor.Kind.ToString())} {actor.Id}");
    }

    private static bool Causes(string action, string kind) => kind switch
    {
        TimelineKind.Started => action is "start" or "restart",
        TimelineKind.Stopped => action is "stop" or "shutdown" or "restart",
        TimelineKind.Restarted => action == "restart",
        TimelineKind.Rescue => action == "rescue",
        TimelineKind.Cancelled => action == Intent.Cancel,
        TimelineKind.AddOnsChanged or TimelineKind.ProductChanged => action == Intent.AddOn,
        TimelineKind.PasswordReset => Has(action, "password"),
        TimelineKind.Reinstalled => Has(action, "reinstall"),
        TimelineKind.Renamed => Has(action, "rename") || Has(action, "patch"),
        TimelineKind.RegionChanged => Has(action, "region"),
        _ => false,
    };

    private static bool IsTicket(Intent intent) => Has(intent.Action, "region");

    private static bool Has(string action, string word) => action.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Something that Kontor did.</summary>
/// <param name="Operation">The operation that did it.</param>
/// <param name="RequestId">The <c>x-request-id</c> of its call.</param>
/// <param name="Actor">For whom; never a personal name.</param>
internal sealed record OwnAct(OperationId Operation, string RequestId, string? Actor);
