using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo;

/// <summary>
/// What every answer of Contabo has in common here: each field may be missing, a value of an unexpected kind reads as
/// null, and a field this client does not know is kept.
/// </summary>
public abstract record ContaboObject
{
    /// <summary>Gets the fields this client has no property for, by their names on the wire; null when there were none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
