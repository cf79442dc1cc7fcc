namespace Kontor.Api.Catalog;

/// <summary>A plan of the provider.</summary>
public sealed record CatalogPlanResponse
{
    /// <summary>Gets its id, to be used in orders.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the family it belongs to.</summary>
    public required string Family { get; init; }

    /// <summary>Gets how many cores it has.</summary>
    public required int CpuCores { get; init; }

    /// <summary>Gets its memory in MiB.</summary>
    public required long RamMib { get; init; }

    /// <summary>Gets its disk in MiB.</summary>
    public required long DiskMib { get; init; }

    /// <summary>Gets how many snapshots it may have.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Gets whether the provider's API takes an order for it.</summary>
    public required Orderable Orderable { get; init; }

    /// <summary>Gets the day from which it is not sold; machines that have it go on.</summary>
    public required DateOnly? RetiredOn { get; init; }

    /// <summary>Gets where these facts are from.</summary>
    public required string Source { get; init; }

    /// <summary>Gets its terms.</summary>
    public required IReadOnlyList<CatalogTermResponse> Terms { get; init; }

    /// <summary>Gets its known prices; a region and term without one cannot be ordered.</summary>
    public required IReadOnlyList<CatalogPriceResponse> Prices { get; init; }
}
