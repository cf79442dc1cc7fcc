using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Wipe;

/// <summary>
/// Overwrites the disk of a terminated machine with a new installation: once, for the generation that ended. Its audit row,
/// or that it was seen installing, is the proof that it was begun; what cannot be proven is never sent again.
/// </summary>
public sealed class WipeChange(
    ContaboAccounts accounts, AfterWipe after, TimeProvider clock, PurchasingOptions purchasing, ComputeOptions options) : InstanceChange
{
    /// <summary>The word for it.</summary>
    public const string Word = "wipe";

    /// <summary>So long after it was sent, what is read is not from before.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public override string Name => Word;

    public override string Family => Word;

    public override Right Right => Right.Terminate;

    public override bool Destroys => true;

    public override Repetition Repetition => Repetition.Never;

    public override TimeSpan Patience => purchasing.TerminateDeadline;

    public override TimeSpan? Duration => options.WipeDeadline;

    public override TimeSpan LookEvery => options.LookEvery;

    /// <summary>Only the one wipe that the termination names; nobody else's wish comes to one.</summary>
    public override async Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene) =>
        await TerminateOf.TerminationAsync(unit, scene.Resource) is { } termination && termination.WipeOperationId == scene.Operation.Id
            ? await WipeRules.RefusalAsync(unit, scene.Resource)
            : ComputeProblems.NotToBeWiped();

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) => Task.FromResult(
        WipeRules.IsTheMachine(scene.Resource, seen, clock.GetUtcNow()) && WipeRules.IsSettled(seen) ? ChangeLook.Ready : ChangeLook.Wait());

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<WipeWish>();
        var request = new ReinstallInstanceRequest { ImageId = wish.Image, DefaultUser = new DefaultUser(wish.DefaultUser) };
        return Task.FromResult(new ChangeCall("reinstall", request.ToJsonBytes(), $"Wiping machine {scene.Resource.ProviderId} with image {wish.Image}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.Instances.ReinstallAsync(intent.Target!.Value.Value, intent.Body, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        if (seen is null)
        {
            return ChangeEffect.Unread;
        }

        if (seen.Status == InstanceStatus.Installing.Value)
        {
            return ChangeEffect.NotYet(proven: true) with { Facts = new WipeFacts(Installing: true) };
        }

        var installing = scene.Facts<WipeFacts>() is { Installing: true };
        var proven = installing || intent.Outcome == IntentOutcome.Recorded || await InstanceAuditTrail.HasAsync(accounts, intent, cancellationToken);
        return proven && (installing || clock.GetUtcNow() >= intent.CreatedAt + Settled) ? Judge(scene, seen, installing) : ChangeEffect.NotYet(proven);
    }

    public override Problem Unproven() => ComputeProblems.WipeUnknown();

    public override Task OnSucceededAsync(UnitOfWork unit, ChangeScene scene) => after.SucceededAsync(unit, scene);

    public override Task OnFailedAsync(UnitOfWork unit, ChangeScene scene) => after.FailedAsync(unit, scene);

    private static ChangeEffect Judge(ChangeScene scene, InstanceRow seen, bool installing)
    {
        var done = seen.Status == InstanceStatus.Running.Value || (installing && seen.Status == InstanceStatus.Stopped.Value);
        return seen.Status == InstanceStatus.Error.Value ? ChangeEffect.Impossible(ComputeProblems.WipeFailed(seen.ErrorMessage))
            : done && string.Equals(seen.ImageId, scene.Input<WipeWish>().Image, StringComparison.OrdinalIgnoreCase) ? ChangeEffect.Seen("The machine was wiped.")
            : ChangeEffect.NotYet(proven: true);
    }
}
