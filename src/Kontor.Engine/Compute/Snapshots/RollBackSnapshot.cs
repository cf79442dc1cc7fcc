using Kontor.Contabo;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>
/// Puts a machine's disk back to a snapshot: what was written since is lost, and every newer snapshot vanishes. Whoever
/// wishes it must name those; the list is compared again before it is sent, and it is never sent twice.
/// </summary>
public sealed class RollBackSnapshot(SnapshotReader reader, SnapshotAudits audits, TimeProvider clock, ComputeOptions options)
    : SnapshotChange(reader, options), IAskFirst
{
    public override string Name => "snapshot_rollback";

    public override Repetition Repetition => Repetition.Never;

    public override bool Destroys => true;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) => WrongStatus(mirror);

    public async Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken)
    {
        var read = await Reader.ReadAsync(resource, cancellationToken);
        return read.Problem ?? Check(read.Value, (Rollback)input!);
    }

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) =>
        Task.FromResult(WrongStatus(seen) is { } wrong ? ChangeLook.Impossible(wrong) : ChangeLook.Ready);

    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var (read, wish) = (await Reader.ReadAsync(scene.Resource, cancellationToken), scene.Input<Rollback>());
        if (read.Problem is { } unread)
        {
            return ChangeLook.Wait(unread);
        }

        return Check(read.Value, wish) is { } changed ? ChangeLook.Impossible(changed)
            : IsFresh(read.Value.Find(wish.SnapshotId)!) ? ChangeLook.Wait()
            : ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<Rollback>();
        return Task.FromResult(new ChangeCall(
            "rollbackSnapshot", BytesOf(wish), $"Rolling machine {scene.Resource.ProviderId} back to snapshot {wish.SnapshotId}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.Snapshots.RollbackAsync(
            intent.Target!.Value.Value, WishOf<Rollback>(intent).SnapshotId, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    /// <summary>Its answer or the audit says that it was done; the machine that runs and the newer snapshots that are gone say that it is over.</summary>
    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var wish = scene.Input<Rollback>();
        var proven = intent.Outcome == IntentOutcome.Recorded || await audits.HasAsync(intent, wish.SnapshotId, cancellationToken);
        var read = await Reader.ReadAsync(scene.Resource, cancellationToken);
        if (seen is null || read.Problem is not null)
        {
            return proven ? ChangeEffect.NotYet(proven: true) : ChangeEffect.Unread;
        }

        return proven && seen.Status == "running" && wish.Loses.All(lost => read.Value.Find(lost) is null)
            ? ChangeEffect.Seen($"The machine runs with the disk of snapshot {wish.SnapshotId}.")
            : ChangeEffect.NotYet(proven);
    }

    public override Problem Unproven() => SnapshotProblems.RollbackUnknown();

    private static Problem? Check(SnapshotsSeen seen, Rollback wish)
    {
        if (seen.Find(wish.SnapshotId) is not { } snapshot)
        {
            return SnapshotProblems.NotFound();
        }

        var newer = seen.NewerThan(snapshot).Select(one => one.SnapshotId!).ToList();
        return newer.Count == wish.Loses.Count && newer.ToHashSet().SetEquals(wish.Loses) ? null : SnapshotProblems.LosesDiffer(newer);
    }

    private bool IsFresh(Snapshot snapshot) => clock.GetUtcNow() < snapshot.CreatedDate + Options.SnapshotRest;
}

/// <summary>A rollback, with what it takes.</summary>
/// <param name="SnapshotId">The provider's id of the snapshot whose disk comes back.</param>
/// <param name="Loses">The ids of the newer snapshots, all of which vanish.</param>
public sealed record Rollback(string SnapshotId, IReadOnlyList<string> Loses);
