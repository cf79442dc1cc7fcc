using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Programs;
using Kontor.KillLoop.Selling;
using Kontor.KillLoop.Verdicts;

namespace Kontor.KillLoop.Campaigns;

/// <summary>The last process is left alone until all is done; then everything is sent once more, and then the books are compared.</summary>
internal sealed class Settlement(CloudControl cloud, Shop shop, Operator staff, Results results)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(KontorInstallation installation, string apiKey, string name)
    {
        await cloud.BehaveAsync();
        staff.IsAway = false;
        await using var process = installation.Start();
        var address = await process.ReadyAsync() ?? throw new InvalidOperationException("Kontor does not start; its words are in kontor.log.");
        results.Started(process.StartedIn);
        using var life = new Life(process, address, apiKey, cloud, shop, staff);
        results.Tally.Count($"{name}, everything comes to rest", await RestAsync(life));
        results.Tally.Count($"{name}, everything sent again changes nothing", await RepeatAsync(life));
        await CompareAsync(new EndChecks(life.Kontor, cloud, shop), name);
        await process.KillAsync();
        var (exitCode, _) = await installation.RunAsync("audit", "verify");
        results.Tally.Count($"{name}, the audit trail is unbroken", exitCode == 0 ? [] : [$"audit verify ended with {exitCode}"]);
        results.Tally.Count($"{name}, a planted duplicate is seen", await PlantAsync());
    }

    private static async Task<IReadOnlyList<string>> RestAsync(Life life)
    {
        var rests = false;
        var faults = await life.LiveAsync(_ => Task.CompletedTask, Patience, async () => rests = await life.IsAtRestAsync());
        return rests ? [.. faults] : [.. faults, $"it does not come to rest in {Patience.TotalSeconds:0} s"];
    }

    private async Task<IReadOnlyList<string>> RepeatAsync(Life life)
    {
        var (before, complaints) = (await cloud.PurchasesAsync(), shop.Complaints.Count);
        // A refused order would be tried once more, or is over because its customer left.
        var refused = await staff.RefusedAsync(life.Kontor, CancellationToken.None);
        foreach (var sale in shop.Sales.Where(sale => sale.OrderId is not null).Except(refused))
        {
            await shop.OrderAsync(life.Kontor, sale, sale.OrderKey, CancellationToken.None);
            await shop.OrderAsync(life.Kontor, sale, $"once-more-{sale.Label}".Replace(' ', '-'), CancellationToken.None);
            if (sale.TerminateId is not null)
            {
                await shop.TerminateAsync(life.Kontor, sale, sale.TerminateKey, CancellationToken.None);
            }
        }

        foreach (var wish in shop.Wishes.All.Where(wish => wish.OperationId is not null))
        {
            await shop.WishAsync(life.Kontor, wish, CancellationToken.None);
        }

        var rest = await RestAsync(life);
        var bought = (await cloud.PurchasesAsync()).Count - before.Count;
        return [.. rest, .. shop.Complaints.Skip(complaints), .. bought == 0 ? (string[])[] : [$"{bought} bought again"]];
    }

    private async Task CompareAsync(EndChecks checks, string name)
    {
        var lost = await checks.LostAsync();
        var log = await cloud.PurchasesAsync();
        results.Add(shop.Sales.Count, Oracle.OfKontor(log).Count(), Oracle.Duplicates(log, shop), lost.Count);
        results.Tally.Count($"{name}, nothing is bought twice or unasked", await Oracle.FaultsAsync(cloud, shop));
        results.Tally.Count($"{name}, nothing acknowledged is lost", lost);
        results.Tally.Count($"{name}, the ledger is the purchase log", await checks.LedgerFaultsAsync());
        results.Tally.Count($"{name}, every machine serves one subject", await checks.OwnerFaultsAsync());
        results.Tally.Count($"{name}, every end is at the cloud", await checks.EndFaultsAsync());
    }

    /// <summary>The oracle can fail: a duplicate that never happened turns it red.</summary>
    private async Task<IReadOnlyList<string>> PlantAsync()
    {
        await cloud.PlantDuplicateAsync(await LastSequenceAsync());
        return (await Oracle.FaultsAsync(cloud, shop)).Count > 0 ? [] : ["the oracle did not see it"];
    }

    private async Task<long> LastSequenceAsync() => Oracle.OfKontor(await cloud.PurchasesAsync()).Max(purchase => purchase.Sequence);
}
