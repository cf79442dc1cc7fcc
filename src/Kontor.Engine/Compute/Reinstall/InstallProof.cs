using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>Tells whether a new installation has begun and whether it is over.</summary>
/// <remarks>
/// A machine that runs may not have begun: the provider answers before it acts. So it is over only if it was seen installing,
/// or if it is known to have been taken and so much time has passed that no beginning can lie ahead.
/// </remarks>
public sealed class InstallProof(ContaboAccounts accounts, TimeProvider clock)
{
    /// <summary>As long as the provider says that an installation takes. One that nobody saw, such as while Kontor was off, is over by then.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(5);

    private static readonly string[] Settled = [InstanceStatus.Running.Value, InstanceStatus.Stopped.Value, InstanceStatus.Rescue.Value];

    /// <summary>Judges what the provider says about the machine.</summary>
    internal async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow seen, CancellationToken cancellationToken)
    {
        var (wish, facts) = (scene.Input<ReinstallWish>(), scene.Facts<ReinstallFacts>()!);
        if (seen.Status == InstanceStatus.Installing.Value)
        {
            return ChangeEffect.NotYet(proven: true) with { Facts = facts.Begun ? null : facts with { Begun = true } };
        }

        var taken = facts.Begun
            || intent.Outcome == IntentOutcome.Recorded
            || (facts.ImageBefore != wish.Image && seen.ImageId == wish.Image)
            || await InstanceAuditTrail.HasAsync(accounts, intent, cancellationToken);
        var over = facts.Begun || clock.GetUtcNow() >= intent.CreatedAt + Unseen;
        return (taken && over, seen.Status) switch
        {
            (true, { } status) when Settled.Contains(status) => ChangeEffect.Seen(Text(facts.User, seen)),
            (true, { } status) when status == InstanceStatus.Error.Value => ChangeEffect.Impossible(ComputeProblems.InstallFailed(seen.ErrorMessage)),
            _ => ChangeEffect.NotYet(taken),
        };
    }

    private static string Text(string user, InstanceRow seen) =>
        $"Installed anew: sign in as {user} at {seen.IpV4 ?? "its address"}{(seen.DisplayName is { Length: > 0 } name ? $" ({name})" : "")}.";
}
