using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>The state Contabo reports for an instance. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: instanceStatus.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<InstanceStatus>))]
public readonly record struct InstanceStatus(string Value) : IOpenWord<InstanceStatus>
{
    /// <summary>Ordered; the machine is being set up.</summary>
    public static InstanceStatus Provisioning { get; } = new("provisioning");

    /// <summary>There is no operating system on it.</summary>
    public static InstanceStatus Uninstalled { get; } = new("uninstalled");

    /// <summary>Powered on.</summary>
    public static InstanceStatus Running { get; } = new("running");

    /// <summary>Powered off.</summary>
    public static InstanceStatus Stopped { get; } = new("stopped");

    /// <summary>Something failed; the error message of the instance says what.</summary>
    public static InstanceStatus Error { get; } = new("error");

    /// <summary>The image is being written.</summary>
    public static InstanceStatus Installing { get; } = new("installing");

    /// <summary>Contabo itself does not know.</summary>
    public static InstanceStatus Unknown { get; } = new("unknown");

    /// <summary>Contabo's staff must act before the set-up goes on.</summary>
    public static InstanceStatus ManualProvisioning { get; } = new("manual_provisioning");

    /// <summary>The product is sold out in the region; the order ends here.</summary>
    public static InstanceStatus ProductNotAvailable { get; } = new("product_not_available");

    /// <summary>Contabo wants to verify the account first.</summary>
    public static InstanceStatus VerificationRequired { get; } = new("verification_required");

    /// <summary>Booted into the rescue system.</summary>
    public static InstanceStatus Rescue { get; } = new("rescue");

    /// <summary>Contabo waits for its money.</summary>
    public static InstanceStatus PendingPayment { get; } = new("pending_payment");

    /// <summary>None of the other states.</summary>
    public static InstanceStatus Other { get; } = new("other");

    /// <summary>A password is being set.</summary>
    public static InstanceStatus ResetPassword { get; } = new("reset_password");

    /// <inheritdoc/>
    public static InstanceStatus FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(InstanceStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
