using Kontor.KillLoop.Campaigns;
using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Selling;

namespace Kontor.KillLoop.Verdicts;

/// <summary>What must never be so, judged by the cloud's own purchase log and contracts. Kontor is not asked: it may be dead.</summary>
internal static class Oracle
{
    /// <summary>What is wrong.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(CloudControl cloud, Shop shop) =>
        [.. Bought(await cloud.PurchasesAsync(), shop), .. Wronged(await cloud.InstancesAsync(), shop)];

    /// <summary>The purchases that Kontor made.</summary>
    public static IEnumerable<LoggedPurchase> OfKontor(IEnumerable<LoggedPurchase> log) =>
        log.Where(purchase => !purchase.DisplayName.StartsWith(Situations.Stranger, StringComparison.Ordinal));

    /// <summary>How many purchases there are beyond the one that each sale may have.</summary>
    public static int Duplicates(IEnumerable<LoggedPurchase> log, Shop shop) =>
        shop.Sales.Sum(sale => Math.Max(0, log.Count(purchase => sale.Owns(purchase.DisplayName)) - 1));

    private static IEnumerable<string> Bought(List<LoggedPurchase> log, Shop shop)
    {
        foreach (var sale in shop.Sales)
        {
            var count = log.Count(purchase => sale.Owns(purchase.DisplayName));
            if (count > 1)
            {
                yield return $"{sale.Label} was bought {count} times";
            }
        }

        foreach (var purchase in OfKontor(log).Where(purchase => !shop.Sales.Any(sale => sale.Owns(purchase.DisplayName))))
        {
            yield return $"nobody ordered {purchase.DisplayName}";
        }
    }

    private static IEnumerable<string> Wronged(List<CloudInstance> machines, Shop shop) => [.. Ended(machines, shop), .. Wiped(machines, shop)];

    /// <summary>A disk is overwritten as often as its customer wished, and no more.</summary>
    private static IEnumerable<string> Wiped(List<CloudInstance> machines, Shop shop) =>
        from machine in machines
        where machine.Installations > 0
        let wished = shop.Sales.Where(sale => sale.Owns(machine.OrderedName)).Sum(shop.Wishes.Reinstalls)
        where machine.Installations > wished
        select $"{machine.OrderedName} was installed anew {machine.Installations} times, and {wished} were wished";

    /// <summary>Only a machine whose own customer left has an end.</summary>
    private static IEnumerable<string> Ended(List<CloudInstance> machines, Shop shop) => machines
        .Where(machine => machine.Contract?.CancelDate is not null && !shop.Sales.Any(sale => sale.TerminateAsked && sale.Owns(machine.OrderedName)))
        .Select(machine => $"{machine.OrderedName} was cancelled and its customer did not leave");
}
