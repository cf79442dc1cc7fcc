using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Says what an add-on would cost for a machine, until the end of its present term; it changes nothing.</summary>
public sealed class AddOnOffers(
    ResourceStore resources, ContractStore contracts, AddOnPrices prices, ContaboAccounts accounts, TimeProvider clock)
{
    /// <summary>Prices an add-on, or says why that cannot be done.</summary>
    public async Task<Result<AddOnOffer>> OfAsync(ResourceId machine, string addOn, CancellationToken cancellationToken)
    {
        var (resource, mirror) = (await resources.FindAsync(machine, cancellationToken))!.Value;
        if (accounts.Find(resource.Account) is not { } account)
        {
            return AccountProblems.Missing(resource.Account);
        }

        var today = ContractTerm.DayOf(clock.GetUtcNow());
        var contract = await contracts.FindAsync(machine, cancellationToken);
        if ((contract?.CancelDate ?? contract?.Term?.PaidUntil(today)) is not { } until)
        {
            return AddOnProblems.TermUnknown();
        }

        var price = await prices.FindAsync(addOn, mirror.ProductId, mirror.Region, account.Currency, cancellationToken);
        return price.Match<Result<AddOnOffer>>(
            found => new AddOnOffer(
                mirror.ProductId!,
                mirror.Region!,
                found.PriceListId,
                found.Monthly.Currency.Code,
                found.Monthly.ToStored(),
                MonthsUntil(today, until),
                until,
                found.ProviderId,
                found.Assumed),
            problem => problem);
    }

    /// <summary>How many months begin before a day. How a part of a month is charged is not known, so it counts whole.</summary>
    internal static int MonthsUntil(DateOnly today, DateOnly until)
    {
        var months = 1;
        while (today.AddMonths(months) < until)
        {
            months++;
        }

        return months;
    }
}
