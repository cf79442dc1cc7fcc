using Kontor.Api;
using Kontor.Api.Operations;
using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Selling;

namespace Kontor.KillLoop.Verdicts;

/// <summary>What must hold once everything has come to rest: Kontor's rows beside the shop's receipts and the cloud's log.</summary>
internal sealed class EndChecks(KontorClient kontor, CloudControl cloud, Shop shop)
{
    /// <summary>Every order and every end that was acknowledged is there under its operation, and is over.</summary>
    /// <returns>What was lost.</returns>
    public async Task<IReadOnlyList<string>> LostAsync()
    {
        var (faults, log) = (new List<string>(), await cloud.PurchasesAsync());
        foreach (var sale in shop.Sales)
        {
            var bought = log.Count(purchase => sale.Owns(purchase.DisplayName));
            faults.AddRange(Lost(sale, await FindAsync(sale.OrderId), bought));
            if (sale.TerminateAsked)
            {
                faults.AddRange(Unended(sale, await FindAsync(sale.TerminateId)));
            }
        }

        foreach (var wish in shop.Wishes.All.Where(wish => wish.OperationId is not null))
        {
            var operation = await FindAsync(wish.OperationId);
            faults.AddRange(operation?.IsFinished() == true ? [] : [$"{wish}: the acknowledged operation {wish.OperationId} is {operation?.State ?? "not there"}"]);
        }

        return faults;
    }

    /// <summary>The ledger and the cloud's purchase log are the same purchases at the same price.</summary>
    public async Task<IReadOnlyList<string>> LedgerFaultsAsync()
    {
        var log = Oracle.OfKontor(await cloud.PurchasesAsync()).Select(line => (line.InstanceId, line.ProductId, line.Amount, line.Currency)).Order().ToList();
        var ledger = await kontor.ListPurchasesAsync(CancellationToken.None)
            .Select(line => (line.ProviderId, line.Plan, line.Committed.Amount, line.Committed.Currency)).ToListAsync();
        return
        [
            .. log.Except(ledger).Select(line => $"the cloud sold {line}, and the ledger does not have it"),
            .. ledger.Except(log).Select(line => $"the ledger has {line}, which the cloud did not sell"),
            .. log.Count == ledger.Count ? (string[])[] : [$"{log.Count} purchases, {ledger.Count} lines in the ledger"],
        ];
    }

    /// <summary>Every machine that was bought serves exactly one subject.</summary>
    public async Task<IReadOnlyList<string>> OwnerFaultsAsync()
    {
        var owned = await kontor.Instances.ListAsync(null, CancellationToken.None).ToListAsync();
        return
        [
            .. Oracle.OfKontor(await cloud.PurchasesAsync())
                .Where(purchase => owned.Count(row => row.ProviderId == purchase.InstanceId && row.SubjectId is not null) != 1)
                .Select(purchase => $"machine {purchase.InstanceId} ({purchase.DisplayName}) does not serve exactly one subject"),
        ];
    }

    /// <summary>Every machine whose end is proven has one at the cloud.</summary>
    public async Task<IReadOnlyList<string>> EndFaultsAsync()
    {
        var running = (await cloud.InstancesAsync()).Where(machine => machine.Contract is { CancelDate: null }).ToList();
        return
        [
            .. shop.Sales.Where(sale => sale.TerminateId is not null && running.Any(machine => sale.Owns(machine.OrderedName)))
                .Select(sale => $"{sale.Label} was ended and its machine goes on"),
        ];
    }

    private static IEnumerable<string> Lost(Sale sale, OperationResponse? order, int bought)
    {
        if (order is null)
        {
            yield return $"{sale.Label}: the acknowledged operation {sale.OrderId ?? "(never acknowledged)"} is not there";
        }
        else if (!order.IsFinished())
        {
            yield return $"{sale.Label}: operation {order.Id} rests in {order.State}";
        }
        else if ((order.Status == OperationStatus.Succeeded) != (bought == 1))
        {
            yield return $"{sale.Label}: operation {order.Id} is {order.State} and {bought} were bought";
        }
    }

    private static IEnumerable<string> Unended(Sale sale, OperationResponse? end)
    {
        if (end is not { Status: OperationStatus.Succeeded })
        {
            yield return $"{sale.Label}: the acknowledged end {sale.TerminateId ?? "(never acknowledged)"} is {end?.State ?? "not there"}";
        }
    }

    private async Task<OperationResponse?> FindAsync(string? id) =>
        id is null ? null : await kontor.Operations.FindAsync(id, CancellationToken.None);
}
