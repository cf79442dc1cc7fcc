using System.Collections.Concurrent;
using System.Diagnostics;
using Kontor.Bench.Disk;

namespace Kontor.Bench.Accepting;

/// <summary>Orders at a steady rate over REST while the workers buy what was accepted.</summary>
internal static class SteadyBench
{
    private const int ASecond = 100;
    private const int Seconds = 20;
    private const double LongestMs = 50;

    public static async Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        var disk = new Percentiles(RawCommits.Measure(folder.Path, TimeSpan.FromSeconds(2)));
        await using var server = await ServerUnderLoad.StartAsync(folder.Path);
        for (var number = 1; number <= ASecond; number++)
        {
            await server.OrderAsync(number);
        }

        var times = await SendAsync(server);
        report.Title($"accepts: {ASecond} orders a second for {Seconds} s over REST, processing on");
        report.Line("acknowledged, from when each was due, median", times.Median, "ms");
        report.Bound("acknowledged, from when each was due, 99th percentile", times.At(0.99), "ms", $"at most {LongestMs:0} ms", times.At(0.99) <= LongestMs);
        report.Line("longest", times.Longest, "ms");
        report.Line("limit: one raw commit on this disk, median", disk.Median, "ms");
        report.Line("limit: one raw commit on this disk, 99th percentile", disk.At(0.99), "ms");
        report.Line("machines bought meanwhile", server.Cloud.PurchaseLog.Count, "");
    }

    /// <summary>Each order has its instant; one that is sent late counts from that instant, so a stall is not hidden.</summary>
    private static async Task<Percentiles> SendAsync(ServerUnderLoad server)
    {
        var (times, sent) = (new ConcurrentBag<TimeSpan>(), new List<Task>());
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < ASecond * Seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / ASecond);
            if (due - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early, TimeProvider.System);
            }

            sent.Add(OneAsync(server, 1_000_000 + number, due, clock, times));
        }

        await Task.WhenAll(sent);
        return new Percentiles(times);
    }

    private static async Task OneAsync(ServerUnderLoad server, int number, TimeSpan due, Stopwatch clock, ConcurrentBag<TimeSpan> times)
    {
        await server.OrderAsync(number);
        times.Add(clock.Elapsed - due);
    }
}
