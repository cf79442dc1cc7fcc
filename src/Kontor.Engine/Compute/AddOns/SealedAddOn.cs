using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>The purchase of an add-on as it was accepted: what is bought is this, whatever happens to prices afterwards.</summary>
/// <param name="AddOn">Its name.</param>
/// <param name="Ordinal">Which one of that name in the generation's life, from 1.</param>
/// <param name="LineItemId">What it is sold as.</param>
/// <param name="Price">What it costs.</param>
public sealed record SealedAddOn(string AddOn, int Ordinal, string LineItemId, AddOnOffer Price);

/// <summary>What an add-on would cost for one machine.</summary>
/// <param name="Plan">The machine's plan.</param>
/// <param name="Region">Its region.</param>
/// <param name="PriceListId">The list the price is from.</param>
/// <param name="Currency">The currency, by its ISO 4217 code.</param>
/// <param name="StoredMonthly">The price of one month, in hundredths of a minor unit.</param>
/// <param name="Months">How many months it binds us for: to the end of the machine's present term, each begun month whole.</param>
/// <param name="PaidUntil">That end.</param>
/// <param name="ProviderId">The provider's number of the add-on; null when the catalogue does not have it.</param>
/// <param name="Assumed">Whether the price was concluded from a like plan and not read anywhere.</param>
public sealed record AddOnOffer(
    string Plan,
    string Region,
    string PriceListId,
    string Currency,
    long StoredMonthly,
    int Months,
    DateOnly PaidUntil,
    long? ProviderId,
    bool Assumed)
{
    /// <summary>The price of one month.</summary>
    public Money Monthly() => Money.FromStored(StoredMonthly, Common.Currency.Parse(Currency));

    /// <summary>What the purchase binds us to pay.</summary>
    public Money Committed() => Monthly() * Months;
}
