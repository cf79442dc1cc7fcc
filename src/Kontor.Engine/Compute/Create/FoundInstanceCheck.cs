using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Create;

/// <summary>Before a found machine is taken for the lost purchase: is it the sealed plan, and is it nobody else's?</summary>
public sealed class FoundInstanceCheck(ResourceStore resources)
{
    /// <summary>Checks a hit.</summary>
    /// <returns>Null when it may be adopted.</returns>
    public async Task<Problem?> CheckAsync(ContaboAccount account, SealedOrder order, long instance, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(account.Id, new ProviderInstanceId(instance), cancellationToken) is not null)
        {
            return PurchasingProblems.FoundElsewhere(instance);
        }

        try
        {
            // Absent is fine: the audit says it was made, so it was bought, whatever became of it.
            var seen = await account.Client.Instances.FindAsync(instance, cancellationToken);
            return seen?.ProductId is { } product && product != order.Plan
                ? PurchasingProblems.FoundMismatch(instance, product, order.Plan)
                : null;
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }
}
