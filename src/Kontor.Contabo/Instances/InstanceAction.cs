using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>What an instance was told to do. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: the last segment of the paths of the instance actions.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<InstanceAction>))]
public readonly record struct InstanceAction(string Value) : IOpenWord<InstanceAction>
{
    /// <summary>Switch the power on.</summary>
    public static InstanceAction Start { get; } = new("start");

    /// <summary>Switch the power off.</summary>
    public static InstanceAction Stop { get; } = new("stop");

    /// <summary>Switch the power off and on.</summary>
    public static InstanceAction Restart { get; } = new("restart");

    /// <summary>Press the power button.</summary>
    public static InstanceAction Shutdown { get; } = new("shutdown");

    /// <summary>Boot the rescue system.</summary>
    public static InstanceAction Rescue { get; } = new("rescue");

    /// <summary>Set a password or SSH keys.</summary>
    public static InstanceAction ResetPassword { get; } = new("resetPassword");

    /// <inheritdoc/>
    public static InstanceAction FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(InstanceAction other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
