using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>Says on which account an order would be bought and what it would cost there; it changes nothing.</summary>
public sealed class OfferHandler(QuoteHandler quotes, ContaboAccounts accounts, Database database)
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

        var asked = new QuoteRequest(request.Plan, request.Region, request.Image, request.TermMonths, account.Currency);
        var quote = await quotes.HandleAsync(asked, cancellationToken);
        if (CatalogProblems.SaysImageUnknown(quote.Problem))
        {
            quote = await OfOwnImageAsync(asked, quote, account.Id, request.Owner, cancellationToken);
        }

        return quote.Match<Result<Offer>>(good => new Offer(account.Id, good), problem => problem);
    }

    /// <summary>What the catalogue does not have may be an image of the buyer's own.</summary>
    private async Task<Result<Quote>> OfOwnImageAsync(
        QuoteRequest asked, Result<Quote> unknown, AccountId account, ImageOwner owner, CancellationToken cancellationToken) =>
        await database.ReadAsync(db => OwnImages.FindAsync(db, asked.Image, account, owner), cancellationToken) switch
        {
            null => unknown,
            { Problem: { } problem } => problem,
            { Value: var own } => await quotes.HandleAsync(asked with { Own = own }, cancellationToken),
        };
}

/// <summary>What somebody would like to order.</summary>
/// <param name="Plan">The provider's product id.</param>
/// <param name="Region">The provider's region slug.</param>
/// <param name="Image">The provider's image id.</param>
/// <param name="TermMonths">The contract term in months.</param>
/// <param name="Account">The account by its name in the settings; null for the first.</param>
/// <param name="Owner">Whose it would be, and whose custom images it may be installed from.</param>
public sealed record OfferRequest(string Plan, string Region, string Image, int TermMonths, string? Account, ImageOwner Owner);

/// <summary>What an order would be bought on, and for how much.</summary>
public sealed record Offer(AccountId Account, Quote Quote);
