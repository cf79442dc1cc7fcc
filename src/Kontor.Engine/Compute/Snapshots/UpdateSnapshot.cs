using Kontor.Contabo;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Renames or describes a snapshot; the list shows whether it is so.</summary>
public sealed class UpdateSnapshot(SnapshotReader reader, ComputeOptions options) : SnapshotChange(reader, options), IAskFirst
{
    public override string Name => "snapshot_update";

    public override Repetition Repetition => Repetition.Harmless;

    public async Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken)
    {
        var wish = (ChangedSnapshot)input!;
        if (Check(wish) is { } malformed)
        {
            return malformed;
        }

        var read = await Reader.ReadAsync(resource, cancellationToken);
        return read.Problem is null && read.Value.Find(wish.SnapshotId) is null ? SnapshotProblems.NotFound() : read.Problem;
    }

    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var (read, wish) = (await Reader.ReadAsync(scene.Resource, cancellationToken), scene.Input<ChangedSnapshot>());
        if (read.Problem is { } unread)
        {
            return ChangeLook.Wait(unread);
        }

        return read.Value.Find(wish.SnapshotId) is not { } snapshot ? ChangeLook.Impossible(SnapshotProblems.NotFound())
            : IsSo(snapshot, wish) ? ChangeLook.AlreadySo("The snapshot is called and described so already.")
            : ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<ChangedSnapshot>();
        return Task.FromResult(new ChangeCall("updateSnapshot", BytesOf(wish), $"Changing the words of snapshot {wish.SnapshotId}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var wish = WishOf<ChangedSnapshot>(intent);
        _ = await client.Snapshots.UpdateAsync(
            intent.Target!.Value.Value,
            wish.SnapshotId,
            new UpdateSnapshotRequest { Name = wish.Name, Description = wish.Description },
            RequestId.Parse(intent.RequestId),
            CancellationToken.None);
        return null;
    }

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var (read, wish) = (await Reader.ReadAsync(scene.Resource, cancellationToken), scene.Input<ChangedSnapshot>());
        return read.Problem is not null ? ChangeEffect.Unread
            : read.Value.Find(wish.SnapshotId) is not { } snapshot ? ChangeEffect.Impossible(SnapshotProblems.NotFound())
            : IsSo(snapshot, wish) ? ChangeEffect.Seen($"The snapshot is called '{snapshot.Name}'.")
            : ChangeEffect.NotYet();
    }

    private static bool IsSo(Snapshot snapshot, ChangedSnapshot wish) =>
        (wish.Name is null || snapshot.Name == wish.Name) && (wish.Description is null || snapshot.Description == wish.Description);

    private static Problem? Check(ChangedSnapshot wish) => wish is { Name: null, Description: null }
        ? ComputeProblems.Field("name", "Neither name nor description is given, so there is nothing to change.")
        : (wish.Name is { } name ? SnapshotRules.CheckName(name) : null) ?? SnapshotRules.CheckDescription(wish.Description);
}

/// <summary>New words for a snapshot; what is null stays as it is.</summary>
/// <param name="SnapshotId">The provider's id of it.</param>
/// <param name="Name">Its new name.</param>
/// <param name="Description">Its new description.</param>
public sealed record ChangedSnapshot(string SnapshotId, string? Name, string? Description);
