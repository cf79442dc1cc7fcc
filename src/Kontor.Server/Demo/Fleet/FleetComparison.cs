namespace Kontor.Server.Demo.Fleet;

/// <summary>Orders, purchase log, invoice and ledger beside each other, line by line; each sentence is something that does not fit.</summary>
internal static class FleetComparison
{
    public static IEnumerable<string> Differences(IReadOnlyList<FleetOrder> orders, Books books) =>
    [
        .. Orders(orders, books),
        .. Strangers(orders, books),
        .. Ledger(orders, books),
        .. Invoice(books),
        .. Ends(books),
    ];

    /// <summary>
    /// The subjects whose machine the provider sold out after it had taken the order: Kontor wrote the purchase down with
    /// the provider's answer, and no contract came about.
    /// </summary>
    public static HashSet<string> SoldOut(IReadOnlyList<FleetOrder> orders) =>
        [.. orders.Where(order => order.SoldOut).Select(order => order.Accepted!.Subject.Id)];

    /// <summary>One purchase for an order that was carried out, none for one that was refused or given up.</summary>
    private static IEnumerable<string> Orders(IReadOnlyList<FleetOrder> orders, Books books)
    {
        var bought = books.Log.ToLookup(LabelOf);
        return orders.Where(order => bought[order.Label].Count() != Expected(order)).Select(order =>
            $"{order.Label} ended as '{order.Ended}' and was bought {bought[order.Label].Count()} times instead of {Expected(order)}: "
            + $"machines {string.Join(", ", bought[order.Label].Select(line => line.InstanceId))}");
    }

    private static int Expected(FleetOrder order) => order.Ended == "succeeded" ? 1 : 0;

    private static IEnumerable<string> Strangers(IReadOnlyList<FleetOrder> orders, Books books)
    {
        var labels = orders.Select(order => order.Label).ToHashSet();
        return books.Log.Where(line => !labels.Contains(LabelOf(line))).Select(line =>
            $"machine {line.InstanceId} ('{line.DisplayName}') was bought and nobody ordered it");
    }

    private static IEnumerable<string> Ledger(IReadOnlyList<FleetOrder> orders, Books books)
    {
        var ledger = books.Ledger.ToLookup(line => line.ProviderId);
        var soldOut = SoldOut(orders);
        foreach (var line in books.Log)
        {
            var kept = ledger[line.InstanceId].Select(own => (own.Plan, own.Committed.Amount, own.Committed.Currency)).ToList();
            if (kept is not [var (plan, amount, currency)] || plan != line.ProductId || amount != line.Amount || currency != line.Currency)
            {
                yield return $"machine {line.InstanceId} was sold as {line.ProductId} for {line.Amount} {line.Currency}, and the ledger has: {string.Join(", ", kept)}";
            }
        }

        var sold = books.Log.Select(line => line.InstanceId).ToHashSet();
        foreach (var own in books.Ledger.Where(own => !sold.Contains(own.ProviderId) && !soldOut.Contains(own.SubjectId)))
        {
            yield return $"the ledger has machine {own.ProviderId}, which the cloud never sold";
        }
    }

    private static IEnumerable<string> Invoice(Books books)
    {
        var charged = books.Charges.ToLookup(charge => charge.InstanceId);
        return books.Log.Where(line => !line.Planted && charged[line.InstanceId].Sum(charge => charge.Amount) != line.Amount).Select(line =>
            $"machine {line.InstanceId} was sold for {line.Amount} {line.Currency} and charged {charged[line.InstanceId].Sum(charge => charge.Amount)}");
    }

    private static IEnumerable<string> Ends(Books books)
    {
        var own = books.Machines.Select(machine => machine.ProviderId).ToHashSet();
        foreach (var left in books.Panel.Where(machine => machine.Contract is not null && own.Contains(machine.InstanceId)))
        {
            yield return $"machine {left.InstanceId} ('{left.OrderedName}') is still there after its term";
        }

        var sold = books.Log.Select(line => line.InstanceId).ToHashSet();
        foreach (var unseen in books.Machines.Where(machine => !machine.Gone && sold.Contains(machine.ProviderId)))
        {
            yield return $"Kontor believes machine {unseen.ProviderId} to be there after its term";
        }
    }

    /// <summary>A display name is the label, a blank, the marker.</summary>
    private static string LabelOf(LoggedPurchase line) => line.DisplayName[..Math.Max(0, line.DisplayName.LastIndexOf(' '))];
}
