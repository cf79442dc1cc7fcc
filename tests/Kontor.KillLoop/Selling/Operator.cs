using System.Net;
using Kontor.Api;
using Kontor.Api.Operations;
using Kontor.KillLoop.Clouds;

namespace Kontor.KillLoop.Selling;

/// <summary>The reseller's staff: looks into the provider's panel and resumes or gives up what waits for a person.</summary>
internal sealed class Operator(CloudControl cloud, Shop shop)
{
    private readonly HashSet<string> _resumed = [];
    private int _decisions;

    /// <summary>Gets or sets whether nobody looks, so that Kontor has to say again that somebody must.</summary>
    public bool IsAway { get; set; }

    /// <summary>Decides everything that waits.</summary>
    public async Task DecideAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            return;
        }

        var waiting = await kontor.Operations.ListAsync("needs_attention", null, cancellationToken).ToListAsync(cancellationToken);
        foreach (var operation in waiting)
        {
            await DecideAsync(kontor, operation, cancellationToken);
        }
    }

    /// <summary>The sales whose order the provider refused.</summary>
    public async Task<IReadOnlyList<Sale>> RefusedAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        var refused = await kontor.Operations.ListAsync("failed", null, cancellationToken)
            .Where(operation => operation.State == "refused").Select(operation => operation.Id).ToListAsync(cancellationToken);
        return [.. shop.Sales.Where(sale => sale.OrderId is { } id && refused.Contains(id))];
    }

    /// <summary>Sends every refused order again, as a person does from the billing system's queue, unless its customer left meanwhile.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> ResendAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        var sales = (await RefusedAsync(kontor, cancellationToken)).Where(sale => !sale.TerminateAsked).ToList();
        foreach (var sale in sales)
        {
            await shop.OrderAsync(kontor, sale, NewKey("resend"), cancellationToken);
        }

        return sales.Count > 0;
    }

    private async Task DecideAsync(KontorClient kontor, OperationResponse operation, CancellationToken cancellationToken)
    {
        try
        {
            if (operation.State == "stalled")
            {
                await RepairAsync(operation);
            }

            // Looking once more costs nothing; only what two searches and the panel do not know is given up.
            if (!_resumed.Add(operation.Id) && operation.State == "parked" && await FindAsync(operation) is null)
            {
                await kontor.Operations.GiveUpAsync(operation.Id, NewKey("give-up"), cancellationToken);
            }
            else
            {
                await kontor.Operations.ResumeAsync(operation.Id, NewKey("resume"), cancellationToken);
            }
        }
        catch (KontorApiException moved) when (moved.Status == HttpStatusCode.Conflict)
        {
            // It went on by itself meanwhile.
        }
    }

    private async Task RepairAsync(OperationResponse operation)
    {
        if (await FindAsync(operation) is { } machine)
        {
            await cloud.RepairAsync(machine.InstanceId);
        }
    }

    /// <summary>What the panel shows: the machine with this order's name.</summary>
    private async Task<LoggedPurchase?> FindAsync(OperationResponse operation)
    {
        var sale = shop.Sales.FirstOrDefault(sale => sale.OrderId == operation.Id);
        return (await cloud.PurchasesAsync()).FirstOrDefault(purchase => sale is not null && sale.Owns(purchase.DisplayName));
    }

    private string NewKey(string what) => $"{what}-{++_decisions}";
}
