namespace Kontor.Contabo.Instances;

/// <summary>A wish to move an instance into another region.</summary>
/// <remarks>Source: requestRegionChange.</remarks>
public sealed record RegionChangeRequest
{
    /// <summary>Gets the slug of the region to move to, such as <c>EU</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Gets how it is to get there.</summary>
    public required RegionChangeMethod Method { get; init; }
}
