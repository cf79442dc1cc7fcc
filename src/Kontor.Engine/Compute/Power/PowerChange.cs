using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Power;

/// <summary>Starts, stops, restarts or shuts down a machine; its status is the proof.</summary>
/// <remarks>
/// A start or a stop whose answer was lost and whose effect is missing is sent again: the status says that it was not
/// done, and twice is harmless. A restart leaves no trace in the status, so it is looked for in the audit and never sent twice.
/// </remarks>
public sealed class PowerChange(
    PowerAction action, IntentStore intents, ContaboAccounts accounts, TimeProvider clock, PurchasingOptions purchasing, ComputeOptions options) : InstanceChange
{
    public override string Name => PowerActions.NameOf(action);

    public override string Family => "power";

    public override Right Right => action switch
    {
        PowerAction.Restart => Right.Restart,
        PowerAction.Suspend or PowerAction.Unsuspend => Right.Suspend,
        _ => Right.Power,
    };

    public override Repetition Repetition => action == PowerAction.Restart ? Repetition.Never : Repetition.Harmless;

    /// <summary>Gets how long it may wait: the seller's wish waits long for its machine.</summary>
    public override TimeSpan Patience => PowerActions.IsSellers(action) ? purchasing.TerminateDeadline : options.PowerDeadline;

    public override TimeSpan? Insistence => PowerActions.IsSellers(action) ? options.PowerDeadline : null;

    public override TimeSpan LookEvery => options.LookEvery;

    /// <summary>A suspended machine may be stopped; the seller's own wish yields to a newer one of the seller's alone.</summary>
    public override async Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene)
    {
        var suspension = await ChangeRules.SuspensionOf(unit, scene.Resource);
        if (PowerActions.IsSellers(action))
        {
            return suspension?.OperationId == scene.Operation.Id ? null : ComputeProblems.Superseded();
        }

        return suspension is { Suspended: true }
            ? action == PowerAction.Stop ? null : ComputeProblems.Suspended()
            : await ChangeRules.TerminatingAsync(unit, scene.Resource);
    }

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) =>
        PowerActions.Fits(action, mirror.Status) ? null : ComputeProblems.WrongStatus(Name, mirror.Status!);

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken)
    {
        var fits = PowerActions.Fits(action, seen.Status);
        return Task.FromResult((fits, so: seen.Status == PowerActions.Wished(action).Value) switch
        {
            (false, _) when PowerActions.IsSellers(action) => ChangeLook.Wait(),
            (_, true) when action != PowerAction.Restart => ChangeLook.AlreadySo($"The machine is {seen.Status}."),
            (false, _) => ChangeLook.Impossible(ComputeProblems.WrongStatus(Name, seen.Status ?? "")),
            _ => ChangeLook.Ready,
        });
    }

    /// <summary>A guest that was asked to shut down, and did not, is stopped; all else is sent as it was wished.</summary>
    public override async Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var ignored = action == PowerAction.Shutdown
            && scene.Operation.Attempt > 0
            && IsOver(await intents.GetAsync(scene.Operation.Id, 1, cancellationToken));
        var call = PowerActions.CallOf(ignored ? PowerAction.Stop : action);
        return new ChangeCall(call, [], $"Sending {call} to machine {scene.Resource.ProviderId}.");
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var (machine, request) = (intent.Target!.Value.Value, RequestId.Parse(intent.RequestId));
        _ = await (intent.Action switch
        {
            "start" => client.InstanceActions.StartAsync(machine, request, CancellationToken.None),
            "stop" => client.InstanceActions.StopAsync(machine, request, CancellationToken.None),
            "restart" => client.InstanceActions.RestartAsync(machine, request, CancellationToken.None),
            "shutdown" => client.InstanceActions.ShutdownAsync(machine, request, CancellationToken.None),
            var other => throw new InvalidOperationException($"'{other}' is no power action."),
        });
        return null;
    }

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var unsure = action == PowerAction.Restart && intent.Outcome == IntentOutcome.Unknown;
        var proven = unsure && await ActionAudit.HasAsync(accounts, intent, cancellationToken);
        if (seen is null)
        {
            return ChangeEffect.Unread;
        }

        if (seen.Status == PowerActions.Wished(action).Value && (!unsure || proven))
        {
            return ChangeEffect.Seen($"The machine is {seen.Status}.");
        }

        return intent.Action == PowerActions.NameOf(PowerAction.Shutdown) && IsOver(intent)
            ? ChangeEffect.Next("The machine's system did not shut down in time: it is stopped.")
            : ChangeEffect.NotYet(proven);
    }

    public override Problem Unproven() => action == PowerAction.Restart ? ComputeProblems.RestartUnknown() : base.Unproven();

    /// <summary>Whether the guest's time to obey is over.</summary>
    private bool IsOver(Intent asked) => clock.GetUtcNow() >= asked.CreatedAt + options.ShutdownPatience;
}
