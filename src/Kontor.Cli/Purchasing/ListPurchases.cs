using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class ListPurchases() : ListVerb<PurchaseResponse>("Lists what was bought, newest first.", "Nothing was bought yet.", All)
{
    private static readonly Column<PurchaseResponse>[] All =
    [
        new("id", purchase => purchase.Id),
        new("bought", purchase => Cell.Instant(purchase.BoughtAt)),
        new("plan", purchase => purchase.Plan),
        new("region", purchase => purchase.Region),
        new("months", purchase => Cell.Number(purchase.TermMonths)),
        new("committed", purchase => Cell.Money(purchase.Committed)),
        new("account", purchase => purchase.Account),
        new("provider-id", purchase => Cell.Number(purchase.ProviderId)),
        new("instance", purchase => purchase.InstanceId),
        new("subject", purchase => purchase.SubjectId),
        new("operation", purchase => purchase.OperationId),
        new("proof", purchase => purchase.Proof),
    ];

    protected override IAsyncEnumerable<PurchaseResponse> ReadAsync(Invocation call) => call.Client.ListPurchasesAsync(call.Cancel);
}
