using System.Globalization;

namespace Kontor.Engine.Inventory;

/// <summary>Says what happened to a machine, for a person.</summary>
internal static class TimelineText
{
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        [TimelineKind.Bought] = "Bought",
        [TimelineKind.Adopted] = "Adopted",
        [TimelineKind.Assigned] = "Assigned to a subject",
        [TimelineKind.Started] = "Started",
        [TimelineKind.Stopped] = "Stopped",
        [TimelineKind.Restarted] = "Restarted",
        [TimelineKind.Rescue] = "Booted into the rescue system",
        [TimelineKind.PasswordReset] = "Password set anew",
        [TimelineKind.Reinstalled] = "Installed anew",
        [TimelineKind.Renamed] = "Renamed",
        [TimelineKind.Cancelled] = "Contract cancelled",
        [TimelineKind.CancelRevoked] = "Cancellation taken back",
        [TimelineKind.ProductChanged] = "Changed to another product",
        [TimelineKind.AddOnsChanged] = "Add-ons changed",
        [TimelineKind.RegionChanged] = "Moved to another region",
        [TimelineKind.SuspensionChanged] = "Suspension at the provider changed",
        [TimelineKind.SnapshotCreated] = "Snapshot taken",
        [TimelineKind.SnapshotChanged] = "Snapshot changed",
        [TimelineKind.SnapshotDeleted] = "Snapshot deleted",
        [TimelineKind.SnapshotRolledBack] = "Rolled back to a snapshot",
        [TimelineKind.Deleted] = "Deleted",
        [TimelineKind.Missing] = "Missing from the provider's list",
        [TimelineKind.Back] = "Listed by the provider again",
        [TimelineKind.Gone] = "Gone after the end of its contract",
        [TimelineKind.IpChanged] = "Addresses changed",
        [TimelineKind.StatusChanged] = "Status changed",
    };

    public static string Of(TimelineEntry entry) => $"{Deeds.GetValueOrDefault(entry.Kind, "Changed")}{Change(entry)}{By(entry)}.";

    private static string Change(TimelineEntry entry) => (entry.Before, entry.After) switch
    {
        (null or "", null or "") => "",
        (null or "", var after) => $": {after}",
        (var before, null or "") => $": no longer {before}",
        var (before, after) => $" from {before} to {after}",
    };

    private static string By(TimelineEntry entry) => (entry.Origin, entry.Actor) switch
    {
        (TimelineOrigin.Kontor, { } actor) => $"; by Kontor for {actor}",
        (TimelineOrigin.Kontor, null) => "; by Kontor",
        (TimelineOrigin.Outside, { } actor) => $"; changed outside by {actor}{At(entry.ActedAt)}",
        (TimelineOrigin.Outside, null) => "; changed outside, by whom is not known yet",
        _ => "",
    };

    private static string At(DateTimeOffset? at) =>
        at is { } known ? string.Create(CultureInfo.InvariantCulture, $" at {known.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";
}
