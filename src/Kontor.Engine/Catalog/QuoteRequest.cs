using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>What somebody would like to have the price of.</summary>
/// <param name="Plan">The provider's product id, for example <c>V153</c>.</param>
/// <param name="Region">The provider's region slug, for example <c>EU</c>.</param>
/// <param name="Image">The provider's image id, a UUID.</param>
/// <param name="TermMonths">The contract term in months.</param>
/// <param name="Currency">The currency the provider is paid in.</param>
public sealed record QuoteRequest(string Plan, string Region, string Image, int TermMonths, Currency Currency)
{
    /// <summary>Gets an image that the catalogue does not have and the buyer does; null for none.</summary>
    public OwnImage? Own { get; init; }
}
