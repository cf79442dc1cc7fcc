using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Deletes a snapshot. Twice is as once; a complete list without it is the proof.</summary>
public sealed class DeleteSnapshot(SnapshotReader reader, ComputeOptions options) : SnapshotChange(reader, options), IAskFirst
{
    public override string Name => "snapshot_delete";

    public override Repetition Repetition => Repetition.Harmless;

    public async Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken)
    {
        var read = await Reader.ReadAsync(resource, cancellationToken);
        return read.Problem is null && read.Value.Find(((OldSnapshot)input!).SnapshotId) is null ? SnapshotProblems.NotFound() : read.Problem;
    }

    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var read = await Reader.ReadAsync(scene.Resource, cancellationToken);
        return read.Problem is { } unread ? ChangeLook.Wait(unread)
            : read.Value.Find(scene.Input<OldSnapshot>().SnapshotId) is null ? ChangeLook.AlreadySo("The snapshot is gone.")
            : ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<OldSnapshot>();
        return Task.FromResult(new ChangeCall("deleteSnapshot", BytesOf(wish), $"Deleting snapshot {wish.SnapshotId}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.Snapshots.DeleteAsync(
            intent.Target!.Value.Value, WishOf<OldSnapshot>(intent).SnapshotId, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    /// <summary>What is not there any more is deleted, whoever did it.</summary>
    public override bool MeansDone(ContaboApiException refusal) => refusal.Status == 404;

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var read = await Reader.ReadAsync(scene.Resource, cancellationToken);
        return read.Problem is not null ? ChangeEffect.Unread
            : read.Value.Find(scene.Input<OldSnapshot>().SnapshotId) is null ? ChangeEffect.Seen("The snapshot is gone.")
            : ChangeEffect.NotYet();
    }
}

/// <summary>A snapshot that is to go.</summary>
/// <param name="SnapshotId">The provider's id of it.</param>
public sealed record OldSnapshot(string SnapshotId);
