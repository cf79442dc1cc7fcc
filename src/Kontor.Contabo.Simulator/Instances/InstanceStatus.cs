using System.Collections.Frozen;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Status words of the API. Source: schema instanceStatus.</summary>
internal static class InstanceStatus
{
    public const string Provisioning = "provisioning";
    public const string Installing = "installing";
    public const string Running = "running";
    public const string Stopped = "stopped";
    public const string Rescue = "rescue";
    public const string ResetPassword = "reset_password";
    public const string Error = "error";
    public const string PendingPayment = "pending_payment";
    public const string VerificationRequired = "verification_required";
    public const string ManualProvisioning = "manual_provisioning";
    public const string ProductNotAvailable = "product_not_available";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        Provisioning, "uninstalled", Running, Stopped, Error, Installing, "unknown", ManualProvisioning, ProductNotAvailable,
        VerificationRequired, Rescue, PendingPayment, "other", ResetPassword);
}
