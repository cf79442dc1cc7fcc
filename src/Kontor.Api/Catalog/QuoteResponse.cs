using Kontor.Api.Purchasing;

namespace Kontor.Api.Catalog;

/// <summary>What an order would cost us if it were placed now. It reserves nothing.</summary>
public sealed record QuoteResponse
{
    /// <summary>Gets the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the region.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the image.</summary>
    public required string Image { get; init; }

    /// <summary>Gets how many months one term lasts.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Gets the Contabo account it would be bought on.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the price; the amount that counts is <see cref="PriceResponse.Committed"/>.</summary>
    public required PriceResponse Price { get; init; }

    /// <summary>Gets whether a part of the price was concluded from a like plan instead of read.</summary>
    public required bool Assumed { get; init; }
}
