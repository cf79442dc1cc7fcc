using Kontor.Contabo.Instances;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.History;

/// <summary>One thing that the mirror shows to have happened.</summary>
/// <param name="Kind">One of <see cref="TimelineKind"/>.</param>
/// <param name="Before">What was.</param>
/// <param name="After">What is.</param>
internal sealed record MirrorDifference(string Kind, string? Before, string? After)
{
    /// <summary>What a machine passes on its way to its first run; nobody did anything to it meanwhile.</summary>
    private static readonly string[] BeingMade =
    [
        InstanceStatus.Provisioning.Value, InstanceStatus.Installing.Value, InstanceStatus.ManualProvisioning.Value, InstanceStatus.PendingPayment.Value,
        InstanceStatus.VerificationRequired.Value, InstanceStatus.ProductNotAvailable.Value, InstanceStatus.Unknown.Value, InstanceStatus.Other.Value,
    ];

    /// <summary>Gets whether it is the same installation going on, which was seen to begin.</summary>
    public bool GoesOn { get; private init; }

    /// <summary>Gets whether it comes about by itself, and nobody needs to have done it.</summary>
    public bool OfItself => Kind is TimelineKind.StatusChanged or TimelineKind.IpChanged or TimelineKind.Bought;

    /// <summary>All that happened between two looks.</summary>
    public static IEnumerable<MirrorDifference> Between(InstanceRow before, InstanceRow now)
    {
        if (before.Status is null)
        {
            // The first look at a new machine: all of it is new, and none of it a change.
            return Addresses(before, now);
        }

        return Status(before, now)
            .Concat(Text(TimelineKind.Renamed, before.DisplayName, now.DisplayName))
            .Concat(Text(TimelineKind.ProductChanged, before.ProductId, now.ProductId))
            .Concat(Text(TimelineKind.RegionChanged, before.Region, now.Region))
            .Concat(Contract(before, now))
            .Concat(Addresses(before, now));
    }

    private static IEnumerable<MirrorDifference> Status(InstanceRow before, InstanceRow now)
    {
        var newImage = before.ImageId is not null && now.ImageId is not null && before.ImageId != now.ImageId;
        var beganAnew = now.Status == InstanceStatus.Installing.Value && !BeingMade.Contains(before.Status);
        if (newImage || beganAnew)
        {
            yield return newImage
                ? new(TimelineKind.Reinstalled, before.ImageId, now.ImageId) { GoesOn = before.Status == InstanceStatus.Installing.Value }
                : new(TimelineKind.Reinstalled, null, now.ImageId);
        }

        if (now.Status is not null && before.Status != now.Status && !beganAnew)
        {
            yield return new(KindOf(before.Status!, now.Status), before.Status, now.Status);
        }
    }

    private static string KindOf(string before, string now) => (before, now) switch
    {
        ("stopped", "running") => TimelineKind.Started,
        ("running" or "rescue", "stopped") => TimelineKind.Stopped,
        (_, "rescue") => TimelineKind.Rescue,
        (_, "reset_password") => TimelineKind.PasswordReset,
        _ => TimelineKind.StatusChanged,
    };

    private static IEnumerable<MirrorDifference> Contract(InstanceRow before, InstanceRow now)
    {
        if (before.CancelDate != now.CancelDate)
        {
            yield return new(
                now.CancelDate is null ? TimelineKind.CancelRevoked : TimelineKind.Cancelled, $"{before.CancelDate:yyyy-MM-dd}", $"{now.CancelDate:yyyy-MM-dd}");
        }
    }

    private static IEnumerable<MirrorDifference> Addresses(InstanceRow before, InstanceRow now) =>
        Text(TimelineKind.IpChanged, AllOf(before), AllOf(now));

    private static IEnumerable<MirrorDifference> Text(string kind, string? before, string? now) =>
        now is not null && (before ?? "") != now ? [new(kind, before, now)] : [];

    private static string AllOf(InstanceRow row) => $"{row.AddressesV4} {row.AddressesV6}".Trim();
}
