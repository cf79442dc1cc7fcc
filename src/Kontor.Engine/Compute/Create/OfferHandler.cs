using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Create;

/// <summary>Says on which account an order would be bought and what it would cost there; it changes nothing.</summary>
public sealed class OfferHandler(QuoteHandler quotes, ContaboAccounts accounts)
{
    public async Task<Result<Offer>> HandleAsync(OfferRequest request, CancellationToken cancellationToken)
    {
        var account = request.Account is { } name ? accounts.Find(new AccountId(name)) : accounts.Default;
        if (account is null)
        {
            return request.Account is null
                ? AccountProblems.None()
                : AccountProblems.Unknown(request.Account, accounts.All.Select(one => one.Id.Value));
        }

        var quote = await quotes.HandleAsync(
            new QuoteRequest(request.Plan, request.Region, request.Image, request.TermMonths, account.Currency), cancellationToken);
        return quote.Match<Result<Offer>>(good => new Offer(account.Id, good), problem => problem);
    }
}

/// <summary>What somebody would like to order.</summary>
/// <param name="Plan">The provider's product id.</param>
/// <param name="Region">The provider's region slug.</param>
/// <param name="Image">The provider's image id.</param>
/// <param name="TermMonths">The contract term in months.</param>
/// <param name="Account">The account by its name in the settings; null for the first.</param>
public sealed record OfferRequest(string Plan, string Region, string Image, int TermMonths, string? Account);

/// <summary>What an order would be bought on, and for how much.</summary>
public sealed record Offer(AccountId Account, Quote Quote);
