namespace Kontor.Api.Catalog;

/// <summary>A region of the provider.</summary>
public sealed record CatalogRegionResponse
{
    /// <summary>Gets its slug, to be used in orders.</summary>
    public required string Slug { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the day from which it takes no orders.</summary>
    public required DateOnly? RetiredOn { get; init; }

    /// <summary>Gets where this is from.</summary>
    public required string Source { get; init; }
}
