namespace Kontor.Server.Demo;

/// <summary>The cloud's purchase log and invoice beside Kontor's ledger.</summary>
internal static class Comparison
{
    /// <returns>Whether they agree.</returns>
    public static bool Show(Books books, DemoReport report, int orders)
    {
        report.Table("purchase log", ["machine", "plan", "amount"], [.. books.Log.Select(line => new[] { $"{line.InstanceId}", line.ProductId, Verdict.Euro(line.Amount) })]);
        report.Table("invoice", ["machine", "from", "to", "amount"], [.. books.Charges.Select(line => new[] { $"{line.InstanceId}", $"{line.From:yyyy-MM-dd}", $"{line.To:yyyy-MM-dd}", Verdict.Euro(line.Amount) })]);
        report.Table("ledger", ["machine", "plan", "amount"], [.. books.Ledger.Select(line => new[] { $"{line.ProviderId}", line.Plan, Verdict.Euro(line.Committed.Amount) })]);
        var agrees = Agree(books, orders);
        report.Verdict(Verdict.Of(orders, books, books.Ledger), agrees);
        return agrees;
    }

    private static bool Agree(Books books, int orders)
    {
        var sold = books.Log.Select(line => (line.InstanceId, line.ProductId, line.Amount, line.Currency)).Order();
        var kept = books.Ledger.Select(line => (line.ProviderId, line.Plan, line.Committed.Amount, line.Committed.Currency)).Order();
        var charged = books.Charges.Select(line => (line.InstanceId, line.Amount, line.Currency)).Order();
        return sold.SequenceEqual(kept)
            && charged.SequenceEqual(sold.Select(line => (line.InstanceId, line.Amount, line.Currency)))
            && books.Log.Count == orders;
    }
}
