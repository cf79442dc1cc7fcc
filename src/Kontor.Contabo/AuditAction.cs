using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo;

/// <summary>What an audit row says happened. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: InstancesAuditResponse.action.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<AuditAction>))]
public readonly record struct AuditAction(string Value) : IOpenWord<AuditAction>
{
    /// <summary>The resource came to be.</summary>
    public static AuditAction Created { get; } = new("CREATED");

    /// <summary>The resource was changed.</summary>
    public static AuditAction Updated { get; } = new("UPDATED");

    /// <summary>The resource went away.</summary>
    public static AuditAction Deleted { get; } = new("DELETED");

    /// <inheritdoc/>
    public static AuditAction FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(AuditAction other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
