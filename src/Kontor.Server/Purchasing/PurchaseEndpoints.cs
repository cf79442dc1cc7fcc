using Kontor.Api.Common;
using Kontor.Api.Purchasing;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Purchasing;

/// <summary>The purchase ledger.</summary>
internal static class PurchaseEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/purchases", ListAsync).WithTags("Purchases").WithName("ListPurchases").Needs(Right.Purchases).RequireAuthorization(ApiScopes.PurchasesRead)
            .WithSummary("Lists what was bought, newest first.");

    internal static async Task<Results<Ok<ListPage<PurchaseResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] PageQuery query, PurchaseLedger ledger, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => ledger.ListAsync(caller.Source, query.Before, limit, cancellationToken),
            row => row.Purchase.Id,
            row => ToResponse(row.Purchase)));

    private static PurchaseResponse ToResponse(Purchase purchase) => new()
    {
        Id = purchase.Id,
        Key = purchase.Key,
        OperationId = purchase.OperationId.Value,
        Attempt = purchase.Attempt,
        SubjectId = purchase.SubjectId.Value,
        Generation = purchase.Generation,
        InstanceId = purchase.ResourceId.Value,
        Account = purchase.Account.Value,
        ProviderId = purchase.ProviderId.Value,
        Plan = purchase.Plan,
        Region = purchase.Region,
        AddOn = purchase.AddOn,
        TermMonths = purchase.TermMonths,
        Monthly = purchase.Monthly.ToResponse(),
        Setup = Money.FromStored(purchase.StoredSetup, purchase.Currency).ToResponse(),
        Committed = purchase.Committed.ToResponse(),
        Proof = purchase.Proof,
        BoughtAt = purchase.BoughtAt,
    };
}
