namespace Kontor.Contabo.DataCenters;

/// <summary>Narrows the list of data centers.</summary>
/// <remarks>Source: retrieveDataCenterList.</remarks>
public sealed record DataCenterFilter
{
    /// <summary>Gets a slug.</summary>
    public string? Slug { get; init; }

    /// <summary>Gets a name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name of a region.</summary>
    public string? RegionName { get; init; }

    /// <summary>Gets the slug of a region.</summary>
    public string? RegionSlug { get; init; }
}
