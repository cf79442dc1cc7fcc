using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Images;

/// <summary>The file format of an image. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: ImageResponse.format.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<ImageFormat>))]
public readonly record struct ImageFormat(string Value) : IOpenWord<ImageFormat>
{
    /// <summary>An installation disc.</summary>
    public static ImageFormat Iso { get; } = new("iso");

    /// <summary>A disk image.</summary>
    public static ImageFormat Qcow2 { get; } = new("qcow2");

    /// <inheritdoc/>
    public static ImageFormat FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ImageFormat other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
