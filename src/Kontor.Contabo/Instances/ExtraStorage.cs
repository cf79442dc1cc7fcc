namespace Kontor.Contabo.Instances;

/// <summary>Storage ordered besides the disk of the product.</summary>
/// <remarks>Source: ExtraStorageRequest; the grammar of the texts is not documented.</remarks>
public sealed record ExtraStorage
{
    /// <summary>Gets the SSD sizes.</summary>
    public IReadOnlyList<string>? Ssd { get; init; }

    /// <summary>Gets the NVMe sizes.</summary>
    public IReadOnlyList<string>? Nvme { get; init; }
}
