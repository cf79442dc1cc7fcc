using Kontor.Engine.Common;
using Kontor.Engine.Compute.Protect;

namespace Kontor.Engine.Compute;

/// <summary>What can be wrong with instances.</summary>
internal static class ComputeProblems
{
    public static Problem InstanceNotFound() => new(ProblemKind.NotFound, "compute.instance_not_found", "There is no such instance.");

    public static Problem Field(string field, string detail) => new(ProblemKind.Invalid, "compute.invalid_field", detail, field);

    public static Problem ImageNotOffered(string image) => ImageNotOffered(
        image, "nothing was bought. Choose another image and send the order again with \"amend\": true.");

    public static Problem ImageTooLarge(string image, long imageMib, long diskMib) => ImageTooLarge(
        image, imageMib, $"the plan's disk has {diskMib} MiB; nothing was bought. Choose a larger plan or a smaller image.");

    public static Problem RegionNotOffered(string region, IEnumerable<string> offered) => new(
        ProblemKind.Refused,
        "compute.region_not_offered",
        $"Contabo has no data center for instances in region '{PlainText.Shown(region)}' now; nothing was bought. It has: {string.Join(", ", offered)}.",
        "region");

    /// <summary>The provider stopped making a machine and waits for somebody.</summary>
    public static Problem SideExit(string status, string? providerText)
    {
        var problem = SideExit(status);
        return providerText is { Length: > 0 } ? problem with { Detail = $"{problem.Detail} Contabo says: {providerText}" } : problem;
    }

    public static Problem NotRunningInTime(string? status) => new(
        ProblemKind.Unavailable,
        "compute.not_running_in_time",
        $"The machine is bought and still '{status}'. Ask Contabo's support, then resume.");

    public static Problem NoEndDate() => new(
        ProblemKind.Unavailable,
        "compute.end_not_proven",
        "No end date could be read for this machine, so it may renew and cost another term. Cancel it in Contabo's panel, then resume.");

    public static Problem PurchaseUnderWay() => new(
        ProblemKind.Unavailable,
        "compute.purchase_under_way",
        "The purchase this ends is not settled; the wish is kept and sent as soon as it is.");

    public static Problem MovedMeanwhile() => new(
        ProblemKind.Conflict, "compute.moved_meanwhile", "It changed while you decided: look at it again.");

    public static Problem InstanceGone() => new(
        ProblemKind.Conflict, "compute.instance_gone", "The machine no longer stands at the provider, so nothing can be done with it.");

    public static Problem Terminating() => new(
        ProblemKind.Conflict, "compute.terminating", "The machine is terminated: it only runs out its paid term, and nothing else is done with it.");

    public static Problem Suspended() => new(
        ProblemKind.Conflict, "compute.suspended", "The service is suspended, so its machine stays off: settle what it is suspended for first.");

    public static Problem Protected(ResourceId instance, ProtectionKind kind)
    {
        var (from, field) = kind == ProtectionKind.Delete ? ("its end", "delete") : ("losing its disk", "rebuild");
        return new(
            ProblemKind.Conflict,
            "compute.protected",
            $"The machine is protected from {from}: PUT /api/v1/instances/{instance}/protection with \"{field}\": false first, then ask again.");
    }

    public static Problem Superseded() => new(
        ProblemKind.Conflict, "compute.superseded", "A newer wish took this one's place before it was sent; nothing was done for it.");

    public static Problem NoMachineYet() => new(
        ProblemKind.Conflict, "compute.no_machine_yet", "No machine serves this generation of the subject now: look at its order, and ask again when one does.");

    public static Problem NotSuspended() => new(
        ProblemKind.Conflict, "compute.not_suspended", "It was never suspended, so there is nothing to take back.");

    public static Problem InstanceBusy(OperationId operation, string type) => new(
        ProblemKind.Conflict,
        "compute.instance_busy",
        $"Operation {operation} ({type}) is under way on this machine: wait until it is over, then ask again.");

    public static Problem WrongStatus(string action, string status) =>
        WrongStatus($"A machine that is '{status}' cannot take a {Word(action)}: look at its status first.");

    public static Problem ProviderRefused(string change, string texts) => new(
        ProblemKind.Refused, "compute.provider_refused", $"Contabo refused the {Word(change)}, nothing was done: {texts}");

    public static Problem NotInTime(string change) => new(
        ProblemKind.Unavailable,
        "compute.not_in_time",
        $"The machine did not come to what the {Word(change)} wished in time: look at it, then ask again.");

    public static Problem RestartUnknown() => new(
        ProblemKind.Unavailable,
        "compute.restart_unknown",
        "The answer to the restart was lost and Contabo's audit does not show it: look at the machine, and restart it again if it was not.");

    public static Problem NotToBeWiped() => new(
        ProblemKind.Conflict,
        "compute.not_to_be_wiped",
        "Only a bought machine that is terminated, stopped and past its retention is wiped, once, and not on its last day: nothing was done.");

    public static Problem WipeUnknown() => new(
        ProblemKind.Unavailable,
        "compute.wipe_unknown",
        "The answer to the wipe was lost and nothing shows that it was done; it is not sent again.");

    public static Problem WipeFailed(string? providerText) => new(
        ProblemKind.Unavailable, "compute.wipe_failed", $"The installation that was to wipe the machine failed{(providerText is { Length: > 0 } ? $": {providerText}" : "")}.");

    public static Problem PrivateKeySent(string field) => new(
        ProblemKind.Invalid,
        "compute.private_key_sent",
        $"{field} is a private key: it was not kept, but treat it as known to others, make a new pair, and send the one line of its .pub file.",
        field);

    public static Problem SecretsLeaving() => new(
        ProblemKind.Unavailable, "compute.secrets_leaving", "Secrets of an attempt before are being deleted at Contabo; it goes on when they are gone.");

    public static Problem NoPasswordOnWindows() => new(
        ProblemKind.Conflict,
        "compute.not_on_windows",
        "Contabo cannot reset the password of Windows from outside: set it inside the machine, over its console, or install the machine anew.");

    public static Problem NotWhileStopped() => WrongStatus("A new password is not possible while the machine is stopped: start it first.");

    public static Problem NoWayIn() => Field(
        "password", "Nobody could sign in: let Kontor make a password, give SSH keys, or give user-data that makes a way in.");

    public static Problem NotConfirmed(ResourceId instance) => new(
        ProblemKind.Invalid,
        "compute.not_confirmed",
        $"A new installation wipes the disk: send \"confirm\": \"{instance}\" and \"loses\": true when all that GET .../reinstall lists may be lost.",
        "confirm");

    public static Problem ImageGone(string image) => ImageNotOffered(image, "nothing was done. Choose another image.");

    public static Problem ImageDoesNotFit(string image, long imageMib, long diskMib) =>
        ImageTooLarge(image, imageMib, $"the machine's disk has {diskMib} MiB; nothing was done. Choose a smaller image.");

    public static Problem InstallFailed(string? providerText) => new(
        ProblemKind.Unavailable,
        "compute.install_failed",
        $"The disk was wiped and the installation failed{(providerText is { Length: > 0 } ? $" (Contabo says: {providerText})" : "")}: install it again, or ask Contabo's support.");

    public static Problem ReinstallUnknown() => new(
        ProblemKind.Unavailable,
        "compute.reinstall_unknown",
        "The answer to the reinstall was lost, and neither Contabo's audit nor the machine shows it: look at the machine, and install it again if it was not.");

    public static Problem RescueExitUnknown() => new(
        ProblemKind.Unavailable,
        "compute.rescue_exit_unknown",
        "The answer to the restart out of the rescue system was lost and it does not show: look at the machine, and leave again if it is still there.");

    public static Problem AlreadyOurs(long instance) => new(
        ProblemKind.Conflict, "compute.already_ours", $"Instance {instance} already serves a subject.", "providerId");

    private static Problem WrongStatus(string detail) => new(ProblemKind.Conflict, "compute.wrong_status", detail);

    private static Problem ImageNotOffered(string image, string outcome) => new(
        ProblemKind.Refused, "compute.image_not_offered", $"Contabo does not offer image '{PlainText.Shown(image)}' to this account; {outcome}", "image");

    private static Problem ImageTooLarge(string image, long imageMib, string outcome) => new(
        ProblemKind.Refused, "compute.image_too_large", $"Image '{image}' needs {imageMib} MiB and {outcome}", "image");

    private static string Word(string change) => change.Replace('_', ' ');

    private static Problem SideExit(string status) => status switch
    {
        "pending_payment" => new(
            ProblemKind.Unavailable,
            "compute.pending_payment",
            "Contabo waits for a payment of this account: pay the open invoice in its panel, then resume."),
        "verification_required" => new(
            ProblemKind.Unavailable,
            "compute.verification_required",
            "Contabo wants this account verified: answer its mail or its panel, then resume."),
        "manual_provisioning" => new(
            ProblemKind.Unavailable,
            "compute.manual_provisioning",
            "Contabo's staff sets this machine up by hand: nothing needs doing unless it takes more than a day."),
        "product_not_available" => new(
            ProblemKind.Unavailable,
            "compute.product_not_available",
            "Contabo has no stock of this plan in this region: terminate and order another region or plan."),
        _ => new(
            ProblemKind.Unavailable, "compute.error", "The provider reports an error for this machine: ask Contabo's support, then resume."),
    };
}
