namespace Kontor.Api.Catalog;

/// <summary>A price list in force.</summary>
public sealed record PriceListResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its currency by the ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets the first day it holds for.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Gets where it is from.</summary>
    public required string Source { get; init; }

    /// <summary>Gets when it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }
}
