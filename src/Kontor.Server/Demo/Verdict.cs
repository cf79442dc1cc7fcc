using System.Globalization;
using Kontor.Api.Purchasing;

namespace Kontor.Server.Demo;

/// <summary>The last line: the figures of both sides beside each other.</summary>
internal static class Verdict
{
    /// <param name="orders">How many orders there were.</param>
    /// <param name="books">What both sides wrote down.</param>
    /// <param name="ledger">The lines of the ledger that must be matched by money.</param>
    public static string Of(int orders, Books books, IReadOnlyCollection<PurchaseResponse> ledger)
    {
        var (charged, kept) = (Euro(books.Charged), Euro(ledger.Sum(line => line.Committed.Amount)));
        return $"{Many(orders, "order")}, {Many(books.Log.Count, "purchase")}, {Many(ledger.Count, "ledger line")}, {charged} {(charged == kept ? "=" : "and")} {kept}";
    }

    public static string Euro(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} EUR");

    private static string Many(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
