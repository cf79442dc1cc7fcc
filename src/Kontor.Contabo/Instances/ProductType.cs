using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>The kind of disk or machine a product is sold with. A value this client does not know is kept as it came; case does not matter in comparisons.</summary>
/// <remarks>Source: ListInstancesResponseData.productType.</remarks>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenWordConverter<ProductType>))]
public readonly record struct ProductType(string Value) : IOpenWord<ProductType>
{
    /// <summary>Rotating disk.</summary>
    public static ProductType Hdd { get; } = new("hdd");

    /// <summary>Solid-state disk.</summary>
    public static ProductType Ssd { get; } = new("ssd");

    /// <summary>Virtual dedicated machine.</summary>
    public static ProductType Vds { get; } = new("vds");

    /// <summary>NVMe disk.</summary>
    public static ProductType Nvme { get; } = new("nvme");

    /// <summary>The performance line.</summary>
    public static ProductType Performance { get; } = new("performance");

    /// <inheritdoc/>
    public static ProductType FromWire(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ProductType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>Gives the word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
