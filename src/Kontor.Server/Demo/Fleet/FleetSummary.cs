namespace Kontor.Server.Demo.Fleet;

/// <summary>The figures of a run.</summary>
internal sealed class FleetSummary(DemoWorld world, DemoReport report)
{
    public async Task ShowAsync(
        IReadOnlyList<FleetOrder> orders, Books books, Staff staff, TimeSpan took, CancellationToken cancellationToken)
    {
        var operations = await world.Kontor.Operations.ListAsync(null, null, cancellationToken).ToListAsync(cancellationToken);
        var own = orders.Select(order => order.Accepted!.Operation.Id).ToHashSet();
        var attempts = operations.Where(operation => own.Contains(operation.Id)).Sum(operation => operation.Attempt);
        var ended = orders.Count(order => order.Ended == "succeeded");
        var soldOut = orders.Count(order => order.SoldOut);
        report.Line("orders", $"{orders.Count}: {ended} carried out, {soldOut} sold out after ordering (in the ledger, never charged), {orders.Count - ended - soldOut} refused or given up");
        report.Line("attempts", $"{attempts} sent, {books.Log.Count} bought, {staff.Decisions} decisions by a person");
        await ShowFaultsAsync(cancellationToken);
        report.Line("findings", await FindingsAsync(cancellationToken));
        if (world.Restarts > 0)
        {
            report.Line("restarts", $"Kontor died and was started again: {world.Restarts}");
        }

        report.Line("duration", $"{took.TotalSeconds:0.0} s, {orders.Count / took.TotalSeconds:0.0} lives a second");
    }

    private async Task ShowFaultsAsync(CancellationToken cancellationToken)
    {
        var fired = await world.Cloud.FiredAsync(cancellationToken);
        var kinds = fired.GroupBy(fault => fault.Misbehaviour, (kind, hits) => (Kind: kind, Count: hits.Sum(hit => hit.Count)))
            .OrderByDescending(kind => kind.Count).Select(kind => $"{kind.Kind} {kind.Count}");
        report.Line("faults", fired.Count == 0 ? "none" : $"{fired.Sum(fault => fault.Count)} fired: {string.Join(", ", kinds)}");
    }

    private async Task<string> FindingsAsync(CancellationToken cancellationToken)
    {
        var findings = await world.Kontor.ListFindingsAsync(includeResolved: false, cancellationToken).ToListAsync(cancellationToken);
        return findings.Count == 0 ? "none" : string.Join(", ", findings.CountBy(finding => finding.Kind).Select(kind => $"{kind.Key} {kind.Value}"));
    }
}
