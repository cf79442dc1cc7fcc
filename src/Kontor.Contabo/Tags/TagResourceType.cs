using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Tags;

/// <summary>What kind of resource a tag is put on. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: createAssignment.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<TagResourceType>))]
public readonly record struct TagResourceType(string Value) : IOpenWord<TagResourceType>
{
    /// <summary>An instance; its resource id is the instance id in digits.</summary>
    public static TagResourceType Instance { get; } = new("instance");

    /// <summary>A custom image; its resource id is a UUID.</summary>
    public static TagResourceType Image { get; } = new("image");

    /// <summary>An object storage; its resource id is a UUID.</summary>
    public static TagResourceType ObjectStorage { get; } = new("object-storage");

    /// <inheritdoc/>
    public static TagResourceType FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(TagResourceType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
