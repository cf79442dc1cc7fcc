using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>The account that receives the password and the SSH keys. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: CreateInstanceRequest.defaultUser.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<DefaultUser>))]
public readonly record struct DefaultUser(string Value) : IOpenWord<DefaultUser>
{
    /// <summary>The root account.</summary>
    public static DefaultUser Root { get; } = new("root");

    /// <summary>An account with sudo.</summary>
    public static DefaultUser Admin { get; } = new("admin");

    /// <summary>The Windows administrator.</summary>
    public static DefaultUser Administrator { get; } = new("administrator");

    /// <inheritdoc/>
    public static DefaultUser FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(DefaultUser other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
