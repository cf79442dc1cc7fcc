namespace Kontor.Contabo.Images;

/// <summary>How much room custom images take.</summary>
/// <remarks>Source: retrieveCustomImagesStats. Sizes in MB.</remarks>
public sealed record CustomImageStats : ContaboResource
{
    /// <summary>Gets how many there are.</summary>
    public long? CurrentImagesCount { get; init; }

    /// <summary>Gets the room bought.</summary>
    public decimal? TotalSizeMb { get; init; }

    /// <summary>Gets the room taken.</summary>
    public decimal? UsedSizeMb { get; init; }

    /// <summary>Gets the room left.</summary>
    public decimal? FreeSizeMb { get; init; }
}
