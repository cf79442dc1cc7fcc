using Kontor.Api.Compute;
using Kontor.Engine.Compute.Reinstall;

namespace Kontor.Server.Compute;

/// <summary>What a new installation loses, on the wire.</summary>
internal static class ReinstallMapping
{
    private static readonly string[] Keeps =
        ["The contract with its term and its end.", "The IPv4 and IPv6 addresses.", "The name with Kontor's marker, and the tags."];

    public static ReinstallLossesResponse ToResponse(this ReinstallLosses losses)
    {
        var inRescue = losses.Mirror.Status == "rescue";
        return new ReinstallLossesResponse
        {
            Confirm = losses.Resource.Id.Value,
            Status = losses.Mirror.Status,
            Image = losses.Mirror.ImageId,
            DiskMib = losses.DiskMib,
            Snapshots = losses.Snapshots?.Select(snapshot => new LostSnapshotResponse { Name = snapshot.Name, CreatedAt = snapshot.CreatedAt }).ToList(),
            InRescue = inRescue,
            Loses = [DiskOf(losses), SnapshotsOf(losses), .. inRescue ? ["The rescue system that runs now, with its login."] : Array.Empty<string>()],
            Keeps = Keeps,
        };
    }

    private static string DiskOf(ReinstallLosses losses) => losses.DiskMib is { } size
        ? $"Everything on the disk of {size} MiB, with its users, passwords and keys."
        : "Everything on the disk, with its users, passwords and keys.";

    private static string SnapshotsOf(ReinstallLosses losses) => losses.Snapshots switch
    {
        null => "All snapshots; Contabo could not be asked which there are.",
        [] => "No snapshots: there are none.",
        var some => $"{some.Count} snapshot(s), as far as is known: {string.Join(", ", some.Select(snapshot => snapshot.Name))}.",
    };
}
