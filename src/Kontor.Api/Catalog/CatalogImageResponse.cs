namespace Kontor.Api.Catalog;

/// <summary>An image of the provider.</summary>
public sealed record CatalogImageResponse
{
    /// <summary>Gets its id, to be used in orders.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets <c>linux</c> or <c>windows</c>.</summary>
    public required string OsType { get; init; }

    /// <summary>Gets the disk it needs in MiB; null when not known.</summary>
    public required long? SizeMib { get; init; }

    /// <summary>Gets the day from which it is not offered.</summary>
    public required DateOnly? RetiredOn { get; init; }

    /// <summary>Gets where this is from.</summary>
    public required string Source { get; init; }
}
