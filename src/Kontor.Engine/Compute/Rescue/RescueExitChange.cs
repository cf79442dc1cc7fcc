using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Rescue;

/// <summary>Restarts a machine out of the rescue system into its own; its status is the proof.</summary>
/// <remarks>
/// A second restart would cut the power of the machine's own system, so none is sent: one whose answer was lost shows in the
/// status, in the audit, or it ends as failed and the machine is still in rescue.
/// </remarks>
public sealed class RescueExitChange(ContaboAccounts accounts, ComputeOptions options) : InstanceChange
{
    public const string ChangeName = "rescue_exit";

    public override string Name => ChangeName;

    public override string Family => ChangeName;

    public override Right Right => Right.Rescue;

    public override Repetition Repetition => Repetition.Never;

    public override TimeSpan Patience => options.AccessDeadline;

    public override TimeSpan? Duration => options.AccessDeadline;

    public override TimeSpan LookEvery => options.LookEvery;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) =>
        mirror.Status is null || mirror.Status == InstanceStatus.Rescue.Value ? null : ComputeProblems.WrongStatus("rescue exit", mirror.Status);

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) => Task.FromResult(
        seen.Status == InstanceStatus.Running.Value ? ChangeLook.AlreadySo("The machine runs its own system.")
        : Misfit(scene, seen) is { } misfit ? ChangeLook.Impossible(misfit)
        : ChangeLook.Ready);

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken) =>
        Task.FromResult(new ChangeCall("restart", [], $"Restarting machine {scene.Resource.ProviderId} out of the rescue system."));

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.InstanceActions.RestartAsync(intent.Target!.Value.Value, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        if (seen is null)
        {
            return ChangeEffect.Unread;
        }

        return seen.Status == InstanceStatus.Running.Value
            ? ChangeEffect.Seen("The machine runs its own system.")
            : ChangeEffect.NotYet(intent.Outcome == IntentOutcome.Unknown && await ActionAudit.HasAsync(accounts, intent, cancellationToken));
    }

    public override Problem Unproven() => ComputeProblems.RescueExitUnknown();
}
