namespace Kontor.Api.Catalog;

/// <summary>What somebody would like to have the price of.</summary>
public sealed record QuoteRequest
{
    /// <summary>Gets the plan by its id in the catalogue.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the region by its slug.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the image by its id.</summary>
    public required string Image { get; init; }

    /// <summary>Gets how many months one term lasts.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Gets the Contabo account to buy on, by its name in the settings; null for the first.</summary>
    public string? Account { get; init; }
}
