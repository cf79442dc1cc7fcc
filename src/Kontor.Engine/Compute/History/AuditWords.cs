using System.Text.Json;
using Kontor.Contabo;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.History;

/// <summary>What the words in the provider's audits mean. Their form is the provider's own, so nothing here is relied on to be there.</summary>
internal static class AuditWords
{
    public const string Instances = "instances";
    public const string Actions = "actions";
    public const string Snapshots = "snapshots";

    /// <summary>The fields that tell what an update was, the most telling first: a reinstall changes the status too.</summary>
    private static readonly (string Field, string Kind)[] Fields =
    [
        ("imageId", TimelineKind.Reinstalled),
        ("cancelDate", TimelineKind.Cancelled),
        ("displayName", TimelineKind.Renamed),
        ("region", TimelineKind.RegionChanged),
        ("productId", TimelineKind.ProductChanged),
        ("addOns", TimelineKind.AddOnsChanged),
        ("suspended", TimelineKind.SuspensionChanged),
    ];

    private static readonly Dictionary<string, string> ActionKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = TimelineKind.Started,
        ["stop"] = TimelineKind.Stopped,
        ["shutdown"] = TimelineKind.Stopped,
        ["restart"] = TimelineKind.Restarted,
        ["rescue"] = TimelineKind.Rescue,
        ["resetPassword"] = TimelineKind.PasswordReset,
    };

    /// <summary>What a row says was done, and the field that says it.</summary>
    public static (string Kind, string? Field) KindOf(string trail, AuditRow row) => trail switch
    {
        Actions => (Find(row.Changes, "new", "action") is { ValueKind: JsonValueKind.String } word
            ? ActionKinds.GetValueOrDefault(word.GetString()!, TimelineKind.Other) : TimelineKind.Other, null),
        Snapshots => (SnapshotKind(row), "name"),
        _ when row.Action == AuditAction.Created => (TimelineKind.Bought, null),
        _ when row.Action == AuditAction.Deleted => (TimelineKind.Deleted, null),
        _ => UpdateKind(row),
    };

    /// <summary>A value in the changes of a row, whatever the case of its name.</summary>
    public static JsonElement? Find(JsonElement? changes, string side, string field) =>
        Member(changes, side) is { } values ? Member(values, field) : null;

    private static (string Kind, string? Field) UpdateKind(AuditRow row)
    {
        foreach (var (field, kind) in Fields)
        {
            if (Find(row.Changes, "new", field) is { } value)
            {
                var revoked = kind == TimelineKind.Cancelled && value.ValueKind is JsonValueKind.Null;
                return (revoked ? TimelineKind.CancelRevoked : kind, field);
            }
        }

        return (TimelineKind.Other, null);
    }

    private static string SnapshotKind(AuditRow row) =>
        row.Action == AuditAction.Created ? TimelineKind.SnapshotCreated
        : row.Action == AuditAction.Deleted ? TimelineKind.SnapshotDeleted
        : Find(row.Changes, "new", "rollback") is not null ? TimelineKind.SnapshotRolledBack
        : TimelineKind.SnapshotChanged;

    private static JsonElement? Member(JsonElement? holder, string name)
    {
        if (holder is { ValueKind: JsonValueKind.Object } known)
        {
            foreach (var member in known.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }
}
