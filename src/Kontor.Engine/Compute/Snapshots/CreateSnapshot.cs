using Kontor.Contabo;
using Kontor.Contabo.Snapshots;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>Takes a snapshot. Its limit is said before anything is sent; one whose answer was lost is looked for and never taken twice.</summary>
public sealed class CreateSnapshot(SnapshotReader reader, SnapshotAudits audits, ChangeStore changes, ComputeOptions options)
    : SnapshotChange(reader, options), IAskFirst
{
    public override string Name => "snapshot_create";

    public override Repetition Repetition => Repetition.Never;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) => WrongStatus(mirror);

    /// <summary>A limit that cannot be looked up now is looked up before it is sent.</summary>
    public async Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken)
    {
        var wish = (NewSnapshot)input!;
        if ((SnapshotRules.CheckName(wish.Name) ?? SnapshotRules.CheckDescription(wish.Description)) is { } malformed)
        {
            return malformed;
        }

        var read = await Reader.ReadAsync(resource, cancellationToken);
        return read.Problem is null ? await FullAsync(resource, read.Value, cancellationToken) : null;
    }

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) =>
        Task.FromResult(WrongStatus(seen) is { } wrong ? ChangeLook.Impossible(wrong) : ChangeLook.Ready);

    /// <summary>Remembers which snapshots there were: a new one of that name is then ours, whatever its clock says.</summary>
    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var read = await Reader.ReadAsync(scene.Resource, cancellationToken);
        if (read.Problem is { } unread)
        {
            return ChangeLook.Wait(unread);
        }

        if (await FullAsync(scene.Resource, read.Value, cancellationToken) is { } full)
        {
            return ChangeLook.Impossible(full);
        }

        var before = new SnapshotFacts(null, [.. read.Value.All.Select(snapshot => snapshot.SnapshotId!)]);
        await changes.LearnAsync(scene, "snapshot.prepared", before, cancellationToken);
        return ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<NewSnapshot>();
        return Task.FromResult(new ChangeCall("createSnapshot", BytesOf(wish), $"Taking snapshot '{wish.Name}' of machine {scene.Resource.ProviderId}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var wish = WishOf<NewSnapshot>(intent);
        var taken = await client.Snapshots.CreateAsync(
            intent.Target!.Value.Value,
            new CreateSnapshotRequest { Name = wish.Name, Description = wish.Description },
            RequestId.Parse(intent.RequestId),
            CancellationToken.None);
        return new SnapshotFacts(taken.SnapshotId, []);
    }

    public override Problem Refused(ContaboApiException refusal, string texts) =>
        refusal.Status == 402 ? SnapshotProblems.LimitOfProvider(texts) : base.Refused(refusal, texts);

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var facts = scene.Facts<SnapshotFacts>() ?? new SnapshotFacts(null, []);
        var id = facts.SnapshotId
            ?? (intent.Outcome == IntentOutcome.Unknown ? await audits.CreatedByAsync(intent, cancellationToken) : null);
        var read = await Reader.ReadAsync(scene.Resource, cancellationToken);
        var taken = read.Problem is null ? Taken(read.Value, scene.Input<NewSnapshot>(), id, facts.Before) : null;
        var learned = facts with { SnapshotId = taken?.SnapshotId ?? id };
        return taken is not null
            ? ChangeEffect.Seen($"Snapshot {taken.SnapshotId} is there; Contabo deletes it on {taken.AutoDeleteDate:yyyy-MM-dd}.") with { Facts = learned }
            : id is not null ? ChangeEffect.NotYet(proven: true) with { Facts = learned }
            : read.Problem is null ? ChangeEffect.NotYet() : ChangeEffect.Unread;
    }

    public override Problem Unproven() => SnapshotProblems.Unknown();

    private static Snapshot? Taken(SnapshotsSeen seen, NewSnapshot wish, string? id, IReadOnlyCollection<string> before) => id is not null
        ? seen.Find(id)
        : seen.All.FirstOrDefault(one => !before.Contains(one.SnapshotId!) && one.Name == wish.Name && Same(one.Description, wish.Description));

    private static bool Same(string? shown, string? wished) => (shown ?? "") == (wished ?? "");

    private async Task<Problem?> FullAsync(Resource resource, SnapshotsSeen seen, CancellationToken cancellationToken) =>
        await Reader.LimitAsync(resource, cancellationToken) is { } limit && seen.All.Count >= limit
            ? SnapshotProblems.Limit(seen.All.Count, limit)
            : null;
}

/// <summary>A snapshot to take.</summary>
/// <param name="Name">Its name: 1 to 30 letters, digits, blanks and dashes.</param>
/// <param name="Description">Its description, 1 to 255 characters; null for none.</param>
public sealed record NewSnapshot(string Name, string? Description);

/// <summary>What is learned while a snapshot is taken.</summary>
/// <param name="SnapshotId">The id it got; null while that is not known.</param>
/// <param name="Before">The ids there were before.</param>
internal sealed record SnapshotFacts(string? SnapshotId, IReadOnlyList<string> Before);
