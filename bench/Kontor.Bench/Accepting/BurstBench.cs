using System.Diagnostics;
using Kontor.Bench.Disk;

namespace Kontor.Bench.Accepting;

/// <summary>Ten thousand orders at once over REST, processing on, beside what the disk can commit at all.</summary>
internal static class BurstBench
{
    private const int Orders = 10_000;
    private const int Senders = 16;

    /// <summary>A server that runs has its code compiled for good; that takes some thousand orders.</summary>
    private const int WarmUp = 3_000;
    private const double LeastShare = 0.1;

    public static async Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        var raw = PerSecond(RawCommits.Measure(folder.Path, TimeSpan.FromSeconds(3)));
        await using var server = await ServerUnderLoad.StartAsync(folder.Path);
        for (var number = 1; number <= WarmUp; number++)
        {
            await server.OrderAsync(number);
        }

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(1_000_000, Orders),
            new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (number, _) => await server.OrderAsync(number));
        var ours = Orders / clock.Elapsed.TotalSeconds;
        report.Title($"burst: {Orders:#,0} orders from {Senders} senders over REST, processing on");
        report.Line("acknowledged", ours, "a second");
        report.Line("limit: raw single-row commits on this disk, WAL, FULL", raw, "a second");
        report.Ratio("share of the limit", ours / raw, $"at least {LeastShare}", ours / raw >= LeastShare);
        report.Line("machines bought meanwhile", server.Cloud.PurchaseLog.Count, "");
    }

    private static double PerSecond(IReadOnlyList<TimeSpan> times) => times.Count / times.Sum(time => time.TotalSeconds);
}
