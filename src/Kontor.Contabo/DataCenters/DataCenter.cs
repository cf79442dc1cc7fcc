using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.DataCenters;

/// <summary>A data center with its region.</summary>
/// <remarks>Source: retrieveDataCenterList, the authority on region slugs.</remarks>
public sealed record DataCenter : ContaboResource
{
    /// <summary>Gets its slug, such as <c>EU1</c>.</summary>
    public string? Slug { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the slug of its region, as orders name it.</summary>
    public string? RegionSlug { get; init; }

    /// <summary>Gets the name of its region.</summary>
    public string? RegionName { get; init; }

    /// <summary>Gets what can be ordered there.</summary>
    [JsonConverter(typeof(LenientListConverter<DataCenterCapability>))]
    public IReadOnlyList<DataCenterCapability>? Capabilities { get; init; }

    /// <summary>Gets the address of its object storage.</summary>
    public string? S3Url { get; init; }
}
