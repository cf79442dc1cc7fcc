using Kontor.Api.Compute;
using Kontor.Api.Purchasing;

namespace Kontor.Server.Demo;

/// <summary>What each side wrote down in this run: the cloud's purchase log and invoice, and Kontor's ledger and machines.</summary>
/// <param name="Log">What the cloud sold.</param>
/// <param name="Charges">What the cloud charged.</param>
/// <param name="Ledger">What Kontor says it bought.</param>
/// <param name="Machines">What Kontor says there is or was.</param>
/// <param name="Panel">What the cloud has now.</param>
internal sealed record Books(
    IReadOnlyList<LoggedPurchase> Log,
    IReadOnlyList<LoggedCharge> Charges,
    IReadOnlyList<PurchaseResponse> Ledger,
    IReadOnlyList<InstanceResponse> Machines,
    IReadOnlyList<PanelInstance> Panel)
{
    public decimal Charged => Charges.Sum(charge => charge.Amount);

    public static async Task<Books> ReadAsync(DemoWorld world, Baseline before, CancellationToken cancellationToken)
    {
        // Lists of Kontor are newest first.
        var ledger = await world.Kontor.ListPurchasesAsync(cancellationToken).ToListAsync(cancellationToken);
        var own = ledger.Take(ledger.Count - before.Ledger).ToList();
        var ids = own.Select(line => line.ProviderId).ToHashSet();
        var machines = await world.Kontor.Instances.ListAsync(null, cancellationToken).ToListAsync(cancellationToken);
        return new Books(
            [.. (await world.Cloud.PurchasesAsync(cancellationToken)).Skip(before.Purchases)],
            [.. (await world.Cloud.ChargesAsync(cancellationToken)).Skip(before.Charges)],
            own,
            machines.FindAll(machine => ids.Contains(machine.ProviderId)),
            await world.Cloud.InstancesAsync(cancellationToken));
    }
}
