namespace Kontor.Contabo.Instances;

/// <summary>Narrows the list of instances. Contabo ignores what it does not understand and then lists all, so compare the rows again.</summary>
/// <remarks>Source: retrieveInstancesList.</remarks>
public sealed record InstanceFilter
{
    /// <summary>Gets the name Contabo gave.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the display name, compared exactly (observed 2026-08-09).</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the data center.</summary>
    public string? DataCenter { get; init; }

    /// <summary>Gets the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the number of one instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the numbers of several instances.</summary>
    public IReadOnlyCollection<long>? InstanceIds { get; init; }

    /// <summary>Gets the states wanted.</summary>
    public IReadOnlyCollection<InstanceStatus>? Statuses { get; init; }

    /// <summary>Gets the products wanted.</summary>
    public IReadOnlyCollection<string>? ProductIds { get; init; }

    /// <summary>Gets the add-ons wanted.</summary>
    public IReadOnlyCollection<long>? AddOnIds { get; init; }

    /// <summary>Gets the kinds of product wanted.</summary>
    public IReadOnlyCollection<ProductType>? ProductTypes { get; init; }

    /// <summary>Gets whether the instance must have addresses.</summary>
    public bool? HasIpConfig { get; init; }

    /// <summary>Gets false to leave out those Contabo has suspended; any other value lists all.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Gets words looked for in name, display name and address.</summary>
    public string? Search { get; init; }

    /// <summary>Gets the order, such as <c>instanceId:ASC</c>.</summary>
    public IReadOnlyCollection<string>? OrderBy { get; init; }
}
