using Kontor.Api.Common;

namespace Kontor.Api.Purchasing;

/// <summary>What the customer pays, kept for the books; it decides nothing.</summary>
public sealed record SoldPrice
{
    /// <summary>Gets the price without tax.</summary>
    public required MoneyAmount Net { get; init; }

    /// <summary>Gets the tax.</summary>
    public required MoneyAmount Tax { get; init; }

    /// <summary>Gets both together; must be their exact sum.</summary>
    public required MoneyAmount Gross { get; init; }

    /// <summary>Gets or sets the rate from the sold currency to the cost currency, when they differ: above 0, at most 1,000,000, with at most 10 decimals; text on the wire.</summary>
    public decimal? FxRate { get; set; }

    /// <summary>Gets or sets the day of that rate, from 1990-01-01 to 2199-12-31.</summary>
    public DateOnly? FxOn { get; set; }
}
