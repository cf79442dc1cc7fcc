using System.Diagnostics;
using Kontor.Bench.Lives;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Bench.Mirror;

/// <summary>What a sweep of a large account costs beside downloading and parsing its list, and how much memory it takes.</summary>
internal static class MirrorBench
{
    private const double MostTimes = 2;
    private const double MostGrowth = 64;
    private const int Rounds = 5;
    private const int AtOnce = 1000;

    public static async Task RunAsync(Report report)
    {
        using var fleet = await ListedFleet.MakeAsync();
        report.Title($"mirror: an account with {ListedFleet.Machines:#,0} machines, answered from memory");
        await MeasureStrangersAsync(report, fleet);
        await MeasureOwnAsync(report, fleet);
    }

    private static async Task MeasureStrangersAsync(Report report, ListedFleet fleet)
    {
        using var folder = new WorkFolder();
        using var engine = new EngineOnVirtualTime(folder.Path, fleet);
        var first = await TimeAsync(() => SweepAsync(engine));
        var commits = engine.Checkpoints.Commits;
        var again = await TimeAsync(() => SweepAsync(engine));
        report.Line("first sweep, every machine unknown: a finding for each", first, "s");
        report.Line("next sweep, every machine still unknown", again, "s");
        report.Line("commits of that next sweep", engine.Checkpoints.Commits - commits, "");
    }

    private static async Task MeasureOwnAsync(Report report, ListedFleet fleet)
    {
        using var folder = new WorkFolder();
        using var engine = new EngineOnVirtualTime(folder.Path, fleet);
        await OwnAllAsync(engine);
        report.Line("first sweep of machines that are ours: a mirror for each", await TimeAsync(() => SweepAsync(engine)), "s");
        await DownloadAsync(engine);
        await SweepAsync(engine);
        GC.Collect();
        var before = Environment.WorkingSet;
        fleet.Peak = 0;
        var (download, unchanged) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            download.Add(await TimeAsync(() => DownloadAsync(engine)));
            unchanged.Add(await TimeAsync(() => SweepAsync(engine)));
        }

        var growth = Math.Max(0, fleet.Peak - before) / 1048576.0;
        var (ours, limit) = (Median(unchanged), Median(download));
        report.Line("sweep, nothing changed, median of rounds", ours, "s");
        report.Line("limit: the client alone downloads and parses all pages", limit, "s");
        report.Ratio("ratio", ours / limit, $"at most {MostTimes}", ours / limit <= MostTimes);
        report.Bound("growth of memory at its peak, sweeping and downloading", growth, "MiB", $"at most {MostGrowth}", growth <= MostGrowth);
        fleet.ChangeOneInAHundred();
        var commits = engine.Checkpoints.Commits;
        report.Line("sweep, one machine in a hundred renamed", await TimeAsync(() => SweepAsync(engine)), "s");
        report.Line("commits of that sweep", engine.Checkpoints.Commits - commits, "");
    }

    /// <summary>Makes every machine ours, as a read-only adoption does.</summary>
    private static async Task OwnAllAsync(EngineOnVirtualTime engine)
    {
        var database = engine.Get<Database>();
        foreach (var some in Enumerable.Range(1, ListedFleet.Machines).Chunk(AtOnce))
        {
            await database.WriteAsync(
                "bench.own",
                async unit =>
                {
                    foreach (var number in some)
                    {
                        var resource = ResourceOf(engine, number);
                        await ResourceStore.InsertAsync(unit, resource, new InstanceRow { ResourceId = resource.Id, SeenAt = unit.Now });
                        await ContractStore.AdoptAsync(unit, resource.Id);
                    }
                },
                CancellationToken.None);
        }
    }

    private static Resource ResourceOf(EngineOnVirtualTime engine, int number) => new()
    {
        Id = new ResourceId(engine.Get<IIdSource>().NewId()),
        Account = engine.Get<ContaboAccounts>().Default!.Id,
        Kind = Resource.InstanceKind,
        ProviderId = new ProviderInstanceId(202_600_000 + number),
        Origin = Resource.Adopted,
        Label = "",
        State = Resource.Present,
        CreatedAt = engine.Clock.GetUtcNow(),
    };

    private static async Task DownloadAsync(EngineOnVirtualTime engine)
    {
        var machines = 0;
        await foreach (var page in engine.Get<ContaboAccounts>().Default!.Client.Instances.ListPagesAsync(filter: null, CancellationToken.None))
        {
            machines += page.Items.Count;
        }

        if (machines != ListedFleet.Machines)
        {
            throw new InvalidOperationException($"The list had {machines} machines.");
        }
    }

    private static async Task SweepAsync(EngineOnVirtualTime engine)
    {
        if (!await engine.Get<SweepInstances>().RunAsync(engine.Get<ContaboAccounts>().Default!, CancellationToken.None))
        {
            throw new InvalidOperationException("The list was not complete.");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
