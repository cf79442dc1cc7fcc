using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Programs;
using Kontor.KillLoop.Selling;
using Kontor.KillLoop.Verdicts;

namespace Kontor.KillLoop.Campaigns;

/// <summary>One life without a death, through everything that can be arranged: it shows which checkpoints there are.</summary>
internal sealed class Rehearsal(CloudControl cloud, Shop shop, Operator staff, Situations situations, KillPoints points, Results results)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>What a sweep or two takes.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1.5);

    /// <summary>What can be arranged at once; each line needs what came of those before it.</summary>
    private static readonly string[][] Acts =
    [
        ["create.refused", "create.unknown", "create.look_again", "create.wait", "terminate.wait", "inventory.strange", "storage.probed"],
        ["terminate.target", "terminate.no_date", "order.repeat", "inventory.marker_changed", "inventory.adopt"],
        ["subject.open_generation", "inventory.missing"],
        ["power.looked"],
        ["rename.looked"],
        ["password.looked"],
        ["reinstall.looked"],
    ];

    public async Task RunAsync(KontorInstallation installation, string apiKey, string name)
    {
        await using var process = installation.Start();
        var address = await process.ReadyAsync() ?? throw new InvalidOperationException("Kontor does not start; its words are in kontor.log.");
        using var life = new Life(process, address, apiKey, cloud, shop, staff);
        var faults = new List<string>();
        foreach (var act in Acts)
        {
            var startedAt = TimeProvider.System.GetTimestamp();
            faults.AddRange(await life.LiveAsync(
                one => ArrangeAsync(one, act), Patience, async () => TimeProvider.System.GetElapsedTime(startedAt) > AtLeast && await life.IsAtRestAsync()));
        }

        faults.AddRange(await life.LiveAsync(one => one.ArrangeAsync(situations, "create.announce"), Patience, () => Task.FromResult(process.Passed.Contains("create.announce/committed"))));
        await process.KillAsync();
        points.Learn(process.Passed);
        results.Tally.Count($"{name}, the recording run", [.. faults, .. await Oracle.FaultsAsync(cloud, shop), .. shop.Complaints]);
    }

    private async Task ArrangeAsync(Life life, string[] act)
    {
        shop.Sell();
        foreach (var fact in act)
        {
            await life.ArrangeAsync(situations, fact);
        }
    }
}
