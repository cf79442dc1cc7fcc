using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Images;

/// <summary>The family of operating system in an image. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: CreateCustomImageRequest.osType.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<ImageOsType>))]
public readonly record struct ImageOsType(string Value) : IOpenWord<ImageOsType>
{
    /// <summary>Linux or BSD.</summary>
    public static ImageOsType Linux { get; } = new("Linux");

    /// <summary>Windows; refused for custom images on VPS and VDS.</summary>
    public static ImageOsType Windows { get; } = new("Windows");

    /// <inheritdoc/>
    public static ImageOsType FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ImageOsType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
