using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>What an order would cost, from the price list in force that day.</summary>
/// <param name="Plan">The product id.</param>
/// <param name="Region">The region slug.</param>
/// <param name="Image">The image id.</param>
/// <param name="TermMonths">The contract term in months.</param>
/// <param name="PriceListId">The list the prices are from.</param>
/// <param name="Monthly">The price of one month, region included.</param>
/// <param name="Setup">The set-up fee.</param>
/// <param name="Committed">What the order binds us to pay: every month of the term, and the set-up fee.</param>
/// <param name="DiskMib">The size of the plan's disk, in MiB.</param>
/// <param name="Assumed">Whether a part of the price was concluded from a like plan and not read anywhere.</param>
public sealed record Quote(
    string Plan,
    string Region,
    string Image,
    int TermMonths,
    string PriceListId,
    Money Monthly,
    Money Setup,
    Money Committed,
    long DiskMib,
    bool Assumed);
