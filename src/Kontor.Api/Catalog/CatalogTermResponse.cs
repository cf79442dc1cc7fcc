namespace Kontor.Api.Catalog;

/// <summary>How long a plan can be ordered for.</summary>
public sealed record CatalogTermResponse
{
    /// <summary>Gets the months of one term.</summary>
    public required int Months { get; init; }

    /// <summary>Gets whether the provider's API takes an order for it.</summary>
    public required Orderable Orderable { get; init; }

    /// <summary>Gets where this is from.</summary>
    public required string Source { get; init; }
}
