using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Secrets;

/// <summary>What a secret holds. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: CreateSecretRequest.type.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<SecretType>))]
public readonly record struct SecretType(string Value) : IOpenWord<SecretType>
{
    /// <summary>A password of an operating-system account.</summary>
    public static SecretType Password { get; } = new("password");

    /// <summary>A public SSH key.</summary>
    public static SecretType Ssh { get; } = new("ssh");

    /// <inheritdoc/>
    public static SecretType FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(SecretType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
