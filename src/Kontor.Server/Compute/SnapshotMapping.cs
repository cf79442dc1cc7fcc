using Kontor.Api.Compute;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Compute.Snapshots;

namespace Kontor.Server.Compute;

/// <summary>Snapshots on the wire.</summary>
internal static class SnapshotMapping
{
    public static SnapshotListResponse ToResponse(this ShownSnapshots shown) => new()
    {
        Items = [.. shown.Seen.All.Select(ToResponse)],
        Used = shown.Seen.All.Count,
        Limit = shown.Limit,
        ReadAt = shown.Seen.ReadAt,
    };

    public static RollbackPreviewResponse ToResponse(this RollbackPreview preview) => new()
    {
        To = ToResponse(preview.To),
        Loses = [.. preview.Loses.Select(ToResponse)],
    };

    private static SnapshotResponse ToResponse(Snapshot snapshot) => new()
    {
        Id = snapshot.SnapshotId!,
        Name = snapshot.Name,
        Description = snapshot.Description,
        CreatedAt = snapshot.CreatedDate,
        ExpiresAt = snapshot.AutoDeleteDate,
    };
}
